package io.vigil.sensor;

import java.time.Duration;
import java.time.Instant;

/**
 * Between which moments a timestamp is believed.
 *
 * @param earliest microseconds since the epoch (UTC)
 * @param latest microseconds since the epoch (UTC)
 * @param maxAhead how far {@code latest} is ahead of the clock
 */
record TimeBounds(long earliest, long latest, Duration maxAhead) {

  static TimeBounds at(Instant now, DecoderSettings settings) {
    return new TimeBounds(
        Timestamps.micros(settings.notBefore()),
        Timestamps.micros(now.plus(settings.maxAhead())),
        settings.maxAhead());
  }

  /**
   * Refuses a moment outside. The reason does not say what the clock showed, because a replay of
   * the same files gives the same dead letters.
   */
  void check(long micros, String name) throws Refusal {
    if (micros < earliest) {
      throw new Refusal(
          "%s is %s, expected none before %s: are these seconds instead of milliseconds?"
              .formatted(name, Timestamps.instant(micros), Timestamps.instant(earliest)));
    }
    if (micros > latest) {
      throw new Refusal(
          "%s is %s, more than %d hours ahead of the clock: is the device's clock wrong, or are these microseconds?"
              .formatted(name, Timestamps.instant(micros), maxAhead.toHours()));
    }
  }
}
