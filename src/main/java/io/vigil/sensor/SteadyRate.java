package io.vigil.sensor;

import java.util.OptionalDouble;

/** Finds the rate that says the times of a batch to the microsecond, if there is one. */
final class SteadyRate {
  /** A device's rate has few digits: the fewest that do are taken. */
  private static final double[] DIGITS = {1, 1e3, 1e6};

  /**
   * The rate at which the decoder gives the samples these very times.
   *
   * @param times microseconds, each later than the one before; one alone has any rate
   */
  static OptionalDouble of(long[] times) {
    int last = times.length - 1;
    if (last == 0) {
      return OptionalDouble.of(1);
    }
    double rough = mean(times);
    for (double digits : DIGITS) {
      double rateHz = Math.rint(rough * digits) / digits;
      if (rateHz > 0 && rateHz <= Limits.RATE_HZ && says(rateHz, times)) {
        return OptionalDouble.of(rateHz);
      }
    }
    return OptionalDouble.empty();
  }

  /** The rate on average, in Hz, as far as a sensor may have it. */
  static double nominal(long[] times) {
    return times.length == 1 ? 1 : Math.min(Limits.RATE_HZ, mean(times));
  }

  private static double mean(long[] times) {
    return (times.length - 1) * 1e6 / (times[times.length - 1] - times[0]);
  }

  private static boolean says(double rateHz, long[] times) {
    for (int i = 0; i < times.length; i++) {
      if (MessageTimes.at(times[0], i, rateHz) != times[i]) {
        return false;
      }
    }
    return true;
  }

  private SteadyRate() {}
}
