package io.vigil.feed.hook;

import io.vigil.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Hooks for tests. */
final class Hooks {
  /** The secret of the convention's published example. */
  static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  static Hook named(String name) {
    return to(name, URI.create("http://localhost:9/in"), Interest.EVERYBODY);
  }

  static Hook calledAs(String name, String... calls) {
    Interest interest = new Interest(Set.of(calls), Set.of(), Set.of(), false, false);
    return to(name, URI.create("http://localhost:9/in"), interest);
  }

  static Hook to(String name, URI target, Interest interest) {
    return new Hook(
        name, target, List.of(SECRET), HookForm.STANDARD, interest, Duration.ofDays(1), false);
  }

  private Hooks() {}
}
