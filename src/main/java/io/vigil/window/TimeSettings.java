package io.vigil.window;

import java.time.Duration;

/**
 * How a participant's samples are put in order.
 *
 * @param disorderMicros how far a sample may come after a newer one of the same participant, in
 *     microseconds; what comes later than that is late
 * @param maxGapMicros the longest pause between two samples that a window may hold, in microseconds
 */
public record TimeSettings(long disorderMicros, long maxGapMicros) implements java.io.Serializable {

  public TimeSettings {
    if (disorderMicros < 0 || maxGapMicros <= 0) {
      throw new IllegalArgumentException(
          "Disorder %d us and gap %d us cannot be; expected disorder >= 0 and gap > 0"
              .formatted(disorderMicros, maxGapMicros));
    }
  }

  /** Settings from durations. */
  public static TimeSettings of(Duration disorder, Duration maxGap) {
    return new TimeSettings(disorder.toNanos() / 1000, maxGap.toNanos() / 1000);
  }
}
