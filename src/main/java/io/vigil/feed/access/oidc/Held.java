package io.vigil.feed.access.oidc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is held under names that nobody can guess, until each ends. Bounded: where too many are held
 * the oldest goes. Safe for use by several threads.
 *
 * @param <T> what is held
 */
final class Held<T> {
  private final int most;
  private final Function<T, Instant> end;
  private final InstantSource clock;
  private final Map<String, T> held = new LinkedHashMap<>();

  /**
   * @param most how many are held
   * @param end until when each is
   */
  Held(int most, Function<T, Instant> end, InstantSource clock) {
    this.most = most;
    this.end = end;
    this.clock = clock;
  }

  /** Holds one, and answers with its name. */
  synchronized String put(T thing) {
    if (held.size() >= most) {
      Instant now = clock.instant();
      held.values().removeIf(other -> !end.apply(other).isAfter(now));
    }
    if (held.size() >= most) {
      held.remove(held.keySet().iterator().next());
    }
    String name = Unguessable.text();
    held.put(name, thing);
    return name;
  }

  /** What is held under a name. */
  synchronized Optional<T> find(String name) {
    T thing = held.get(name);
    if (thing != null && !end.apply(thing).isAfter(clock.instant())) {
      held.remove(name);
      return Optional.empty();
    }
    return Optional.ofNullable(thing);
  }

  /** Takes what is held under a name away: it can be used once. */
  synchronized Optional<T> take(String name) {
    Optional<T> found = find(name);
    held.remove(name);
    return found;
  }

  synchronized int size() {
    return held.size();
  }
}
