package io.vigil.train.alert;

import io.vigil.alert.Rules;
import java.time.Duration;

/** How long rules let pass before they raise something, and a little more. */
public final class AllowedTimes {
  private static final Duration STEP = Duration.ofSeconds(10);

  /** For whoever still moves a little at first. */
  private static final Duration MORE = Duration.ofMinutes(2);

  /**
   * How long somebody must be still so that it is too long, whatever they did before.
   *
   * @param from when stillness begins, microseconds since the epoch (UTC)
   * @return microseconds
   */
  public static long tooLongStill(Rules rules, long from) {
    double share = 0;
    long time = from;
    while (share < 1) {
      share += (double) STEP.toMillis() / allowed(rules, time).toMillis();
      time += micros(STEP);
    }
    return time - from + micros(MORE);
  }

  /** How long no sample must come so that it is too long, in microseconds. */
  public static long tooLongSilent(Rules rules) {
    return micros(rules.silence().after().plus(MORE));
  }

  private static Duration allowed(Rules rules, long time) {
    Rules.Inactivity limits = rules.inactivity();
    return switch (rules.schedule().at(time)) {
      case NIGHT -> limits.atNight();
      case REST -> limits.atRest();
      case DAY -> limits.byDay();
    };
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private AllowedTimes() {}
}
