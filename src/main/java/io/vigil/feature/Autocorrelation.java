package io.vigil.feature;

/**
 * The largest normalised autocorrelation of a signal over a range of lags: how rhythmic it is, and
 * at which period. Corrected for the fewer products at larger lags.
 *
 * <p>Not for use by several threads at once.
 */
final class Autocorrelation {
  private static final int AT_ONCE = 4;

  private final int shortest;
  private final int longest;
  private final double[] products;
  private double[] centred = {};
  private double peak;
  private int lag;

  /**
   * @param shortest lag in samples
   * @param longest lag in samples, itself included; signals are longer by three at least
   */
  Autocorrelation(int shortest, int longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.products = new double[longest - shortest + AT_ONCE];
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
    for (int k = shortest; k <= longest; k += AT_ONCE) {
      sumProducts(k);
    }
    peak = Double.NEGATIVE_INFINITY;
    for (int k = shortest; k <= longest; k++) {
      double value = products[k - shortest] / energy * ((double) n / (n - k));
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

  /**
   * Four lags side by side: each value is fetched once for all of them, and no sum waits for
   * another. The order of additions is fixed here, so the bits are the same everywhere.
   */
  private void sumProducts(int k) {
    double[] c = centred;
    int common = c.length - k - (AT_ONCE - 1);
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < common; i++) {
      double value = c[i];
      first += value * c[i + k];
      second += value * c[i + k + 1];
      third += value * c[i + k + 2];
      fourth += value * c[i + k + 3];
    }
    products[k - shortest] = first + rest(common, k);
    products[k - shortest + 1] = second + rest(common, k + 1);
    products[k - shortest + 2] = third + rest(common, k + 2);
    products[k - shortest + 3] = fourth;
  }

  private double rest(int from, int k) {
    double sum = 0;
    for (int i = from; i + k < centred.length; i++) {
      sum += centred[i] * centred[i + k];
    }
    return sum;
  }
}
