package io.vigil.feature;

/** Plain statistics of a signal; all are over n, not n - 1. */
final class Moments {

  static double mean(double[] signal) {
    double sum = 0;
    for (double value : signal) {
      sum += value;
    }
    return sum / signal.length;
  }

  static double sd(double[] signal, double mean) {
    return sd(signal, 0, signal.length, mean);
  }

  static double sd(double[] signal, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (signal[i] - mean) * (signal[i] - mean);
    }
    return Math.sqrt(sum / (to - from));
  }

  /** Mean of a power of the deviations from the mean. */
  static double central(double[] signal, double mean, int power) {
    double sum = 0;
    for (double value : signal) {
      double deviation = value - mean;
      double product = deviation;
      for (int i = 1; i < power; i++) {
        product *= deviation;
      }
      sum += product;
    }
    return sum / signal.length;
  }

  /** Pearson's correlation; near 0 where a signal hardly moves. */
  static double correlation(double[] first, double[] second) {
    double meanFirst = mean(first);
    double meanSecond = mean(second);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (first[i] - meanFirst) * (second[i] - meanSecond);
    }
    return sum / first.length / (sd(first, meanFirst) * sd(second, meanSecond) + 1e-5);
  }

  /** Root mean square of the change from sample to sample, in the signal's unit a second. */
  static double rmsChange(double[] signal, double rateHz) {
    double sum = 0;
    for (int i = 1; i < signal.length; i++) {
      double change = (signal[i] - signal[i - 1]) * rateHz;
      sum += change * change;
    }
    return Math.sqrt(sum / (signal.length - 1));
  }

  private Moments() {}
}
