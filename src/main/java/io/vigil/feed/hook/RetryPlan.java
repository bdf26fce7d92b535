package io.vigil.feed.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message is tried again: at first within seconds, because it may be an alarm. Each wait is
 * a fifth shorter or longer by chance, so that receivers are not all asked at once.
 *
 * @param chance where the fifth comes from
 */
record RetryPlan(RandomGenerator chance) {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));
  private static final double SPREAD = 0.2;

  /** The longest wait that a receiver can ask for. */
  static final Duration LONGEST_ASKED = Duration.ofHours(1);

  /**
   * How long to wait, before chance has its say.
   *
   * @param attempts made so far, from 1
   */
  static Duration after(int attempts) {
    return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
  }

  /**
   * When to try again, in milliseconds since the epoch, or nothing where it is to be given up.
   *
   * @param attempts made so far, from 1
   * @param asked how long the receiver asked to wait, or nothing
   * @param last the last moment at which it may be tried
   */
  Optional<Long> next(int attempts, Optional<Duration> asked, long now, long last) {
    double factor = 1 + SPREAD * (2 * chance.nextDouble() - 1);
    long planned = Math.round(after(attempts).toMillis() * factor);
    long least = asked.map(RetryPlan::bounded).orElse(0L);
    long due = now + Math.max(planned, least);
    return due > last ? Optional.empty() : Optional.of(due);
  }

  static long bounded(Duration asked) {
    return Math.min(asked.toMillis(), LONGEST_ASKED.toMillis());
  }
}
