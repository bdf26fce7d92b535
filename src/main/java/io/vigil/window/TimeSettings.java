package io.vigil.window;

import java.time.Duration;

/**
 * How a participant's samples are put in order.
 *
 * @param disorderMicros how far a sample may come after a newer one of the same participant, in
 *     microseconds; what comes later than that is late
 * @param maxGapMicros the longest pause between two samples that a window may hold, in microseconds
 * @param goneAfterMillis how long after nothing came of a participant they are forgotten, in
 *     milliseconds of the wall clock; 0 for never
 */
public record TimeSettings(long disorderMicros, long maxGapMicros, long goneAfterMillis)
    implements java.io.Serializable {

  public TimeSettings {
    if (disorderMicros < 0 || maxGapMicros <= 0 || goneAfterMillis < 0) {
      throw new IllegalArgumentException(
          "Disorder %d us, gap %d us and %d ms until somebody is gone cannot be; expected disorder >= 0, gap > 0 and no time below 0"
              .formatted(disorderMicros, maxGapMicros, goneAfterMillis));
    }
  }

  /** Settings from durations, by which nobody is forgotten. */
  public static TimeSettings of(Duration disorder, Duration maxGap) {
    return new TimeSettings(disorder.toNanos() / 1000, maxGap.toNanos() / 1000, 0);
  }

  /** The same where a participant of whom nothing came for so long is forgotten. */
  public TimeSettings goneAfter(Duration silent) {
    return new TimeSettings(disorderMicros, maxGapMicros, silent.toMillis());
  }
}
