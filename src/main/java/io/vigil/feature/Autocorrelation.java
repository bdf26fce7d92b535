package io.vigil.feature;

/**
 * The largest normalised autocorrelation of a signal over a range of lags: how rhythmic it is, and
 * at which period. Corrected for the fewer products at larger lags.
 *
 * <p>Not for use by several threads at once.
 */
final class Autocorrelation {
  private final int shortest;
  private final int longest;
  private double[] centred = {};
  private double peak;
  private int lag;

  /**
   * @param shortest lag in samples
   * @param longest lag in samples, itself included
   */
  Autocorrelation(int shortest, int longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Measures a signal; the first of equal peaks counts. */
  void measure(double[] signal) {
    int n = signal.length;
    if (centred.length != n) {
      centred = new double[n];
    }
    double mean = Moments.mean(signal);
    double energy = 1e-12;
    for (int i = 0; i < n; i++) {
      centred[i] = signal[i] - mean;
      energy += centred[i] * centred[i];
    }
    peak = Double.NEGATIVE_INFINITY;
    for (int k = shortest; k <= longest; k++) {
      double value = products(k) / energy * ((double) n / (n - k));
      if (value > peak) {
        peak = value;
        lag = k;
      }
    }
  }

  /** The peak, about -1 to 1. */
  double peak() {
    return peak;
  }

  /** Where the peak lies, in samples. */
  int lagSamples() {
    return lag;
  }

  /** Four sums side by side: the order of additions is fixed here, not left to the processor. */
  private double products(int k) {
    double[] c = centred;
    int to = c.length - k;
    double a = 0;
    double b = 0;
    double d = 0;
    double e = 0;
    int i = 0;
    for (; i + 3 < to; i += 4) {
      a += c[i] * c[i + k];
      b += c[i + 1] * c[i + 1 + k];
      d += c[i + 2] * c[i + 2 + k];
      e += c[i + 3] * c[i + 3 + k];
    }
    for (; i < to; i++) {
      a += c[i] * c[i + k];
    }
    return a + b + (d + e);
  }
}
