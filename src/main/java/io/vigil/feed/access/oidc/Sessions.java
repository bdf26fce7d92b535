package io.vigil.feed.access.oidc;

import io.javalin.http.Context;
import io.vigil.feed.web.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions of browsers, kept in memory: a restart of the feed signs everybody out, and the provider
 * mostly in again without a question.
 */
final class Sessions {
  static final String PROOF_HEADER = "X-CSRF-Token";

  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final String origin;
  private final Cookies cookies;
  private final InstantSource clock;
  private final Held<Session> held;

  /**
   * @param publicUrl of the feed
   */
  Sessions(URI publicUrl, Cookies cookies, InstantSource clock) {
    this.origin = Origin.of(publicUrl);
    this.cookies = cookies;
    this.clock = clock;
    this.held = new Held<>(MOST, Session::until, clock);
  }

  /** Begins one, under a name that this browser did not have before. */
  void begin(Identity identity, Context context) {
    end(context);
    Instant now = clock.instant();
    Instant longest = now.plus(LONGEST);
    Instant until = identity.until().isBefore(longest) ? identity.until() : longest;
    Session session = new Session(identity, Unguessable.text(), until);
    Duration kept = Duration.between(now, until);
    cookies.hide(context, Cookies.SESSION, held.put(session), kept);
    cookies.show(context, Cookies.PROOF, session.proof(), kept);
  }

  /** The session of a request, unguarded. */
  Optional<Session> of(Context context) {
    return name(context).flatMap(held::find);
  }

  /** The name of a request's session, whether there is such a one or not. */
  Optional<String> name(Context context) {
    return Optional.ofNullable(cookies.read(context, Cookies.SESSION));
  }

  /** The session of a name, for as long as there is one. */
  Optional<Session> named(String name) {
    return held.find(name);
  }

  /** Ends a request's session, here and in its browser. */
  void end(Context context) {
    name(context).ifPresent(held::take);
    cookies.remove(context, Cookies.SESSION);
    cookies.remove(context, Cookies.PROOF);
  }

  /**
   * Refuses a request that changes something and does not come from a page of the feed.
   *
   * @throws Refusal (403) where it does not
   */
  void guard(Session session, Context context) {
    if (SAFE.contains(context.req().getMethod())) {
      return;
    }
    if (!origin.equals(context.header("Origin"))) {
      throw new Refusal(
          403,
          "The request comes from another site; expected the Origin "
              + origin
              + ". Nothing was done");
    }
    if (!Unguessable.same(session.proof(), context.header(PROOF_HEADER))) {
      throw new Refusal(
          403,
          "The header %s is missing or wrong; expected the value of the cookie %s. Nothing was done"
              .formatted(PROOF_HEADER, cookies.named(Cookies.PROOF)));
    }
  }
}
