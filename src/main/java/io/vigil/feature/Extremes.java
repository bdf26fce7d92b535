package io.vigil.feature;

import java.util.Arrays;

/**
 * The smallest and the largest values of a signal: its outer quantiles without sorting all of it.
 *
 * <p>Not for use by several threads at once.
 */
final class Extremes {
  private final double place;
  private final double[] smallest;
  private final double[] largest;

  /**
   * @param samples of the signals to come
   * @param share of them that lies outside of a quantile, above 0, below 0.5
   */
  Extremes(int samples, double share) {
    place = share * (samples - 1);
    smallest = new double[(int) place + 2];
    largest = new double[(int) place + 2];
  }

  /** Looks at a signal. */
  void load(double[] signal) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    Arrays.fill(largest, Double.POSITIVE_INFINITY);
    for (double value : signal) {
      insert(value, smallest);
      insert(-value, largest);
    }
  }

  /** The value that the share lies below, by linear interpolation between the two nearest. */
  double low() {
    return between(smallest);
  }

  /** The value that the share lies above. */
  double high() {
    return -between(largest);
  }

  /** The largest value. */
  double max() {
    return -largest[0];
  }

  private double between(double[] ascending) {
    int below = (int) place;
    return ascending[below] + (place - below) * (ascending[below + 1] - ascending[below]);
  }

  private static void insert(double value, double[] ascending) {
    int at = ascending.length - 1;
    if (value >= ascending[at]) {
      return;
    }
    while (at > 0 && ascending[at - 1] > value) {
      ascending[at] = ascending[at - 1];
      at--;
    }
    ascending[at] = value;
  }
}
