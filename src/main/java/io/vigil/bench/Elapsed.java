package io.vigil.bench;

import org.HdrHistogram.Histogram;

/**
 * How long something took, many times over: an HDR histogram of three digits. May be added to from
 * several threads.
 */
public final class Elapsed {
  private static final int DIGITS = 3;

  private final Histogram micros = new Histogram(DIGITS);

  /** Adds one, in microseconds; what is below zero, by clocks that differ, counts as zero. */
  public synchronized void add(long elapsedMicros) {
    micros.recordValue(Math.max(0, elapsedMicros));
  }

  /** What was seen so far. */
  public synchronized Spread spread() {
    return micros.getTotalCount() == 0
        ? Spread.NOTHING
        : new Spread(
            micros.getTotalCount(),
            millis(micros.getValueAtPercentile(50)),
            millis(micros.getValueAtPercentile(99)),
            millis(micros.getMaxValue()));
  }

  private static double millis(long value) {
    return Math.round(value / 100.0) / 10.0;
  }

  /**
   * How times are spread.
   *
   * @param count how many there are
   * @param p50Millis half of them are at most this
   * @param p99Millis 99 of 100 are at most this
   * @param maxMillis all of them are at most this
   */
  public record Spread(long count, double p50Millis, double p99Millis, double maxMillis) {
    static final Spread NOTHING = new Spread(0, 0, 0, 0);
  }
}
