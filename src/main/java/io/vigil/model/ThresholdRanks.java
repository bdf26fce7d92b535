package io.vigil.model;

import java.util.Arrays;

/**
 * The distinct thresholds of each feature, sorted. A value is at most a threshold exactly where the
 * number of thresholds below the value is at most the threshold's place: comparing these ranks has
 * the outcome of comparing the numbers, without rounding.
 */
final class ThresholdRanks {
  /** Of not-a-number: above the rank of every threshold. */
  private static final int ABOVE_ALL = (1 << 27) - 1;

  /** Features searched at once: a search alone waits for memory at every step. */
  private static final int LANES = 4;

  private final int features;

  /**
   * Sorted, then filled up with infinity to a power of two above the most thresholds of the four
   * features that are searched together: all four searches take as many steps.
   */
  private final double[][] sorted;

  ThresholdRanks(FlatForest forest) {
    features = forest.features();
    sorted = new double[(features + LANES - 1) / LANES * LANES][];
    double[][] distinct = distinct(forest);
    for (int group = 0; group < features; group += LANES) {
      int last = Math.min(group + LANES, features);
      int most = 0;
      for (int f = group; f < last; f++) {
        most = Math.max(most, distinct[f].length);
      }
      int padded = 2 * Integer.highestOneBit(Math.max(1, most));
      for (int f = group; f < group + LANES; f++) {
        int length = f < last ? distinct[f].length : 0;
        sorted[f] = f < last ? Arrays.copyOf(distinct[f], padded) : new double[padded];
        Arrays.fill(sorted[f], length, padded, Double.POSITIVE_INFINITY);
      }
    }
  }

  private static double[][] distinct(FlatForest forest) {
    double[][] all = new double[forest.features()][8];
    int[] sizes = new int[forest.features()];
    for (FlatTree tree : forest.trees()) {
      int split = 0;
      for (int feature : tree.features()) {
        if (feature != FlatTree.LEAF) {
          if (sizes[feature] == all[feature].length) {
            all[feature] = Arrays.copyOf(all[feature], 2 * sizes[feature]);
          }
          all[feature][sizes[feature]++] = withoutNegativeZero(tree.thresholds()[split++]);
        }
      }
    }
    for (int f = 0; f < all.length; f++) {
      all[f] = Arrays.stream(all[f], 0, sizes[f]).sorted().distinct().toArray();
    }
    return all;
  }

  int ofThreshold(int feature, double threshold) {
    return Arrays.binarySearch(sorted[feature], withoutNegativeZero(threshold));
  }

  /** The rank of every value of a window, and after them a rank of 0 for the leaves. */
  int[] of(double[] values) {
    double[] padded = Arrays.copyOf(values, sorted.length);
    int[] ranks = new int[sorted.length + 1];
    for (int group = 0; group < sorted.length; group += LANES) {
      search(padded, group, ranks);
    }
    for (int f = 0; f < features; f++) {
      if (Double.isNaN(values[f])) {
        ranks[f] = ABOVE_ALL;
      }
    }
    ranks[features] = 0;
    return ranks;
  }

  /** Halves the ranges of four features; without a jump, which nothing could foresee. */
  private void search(double[] values, int f, int[] ranks) {
    double[] a = sorted[f];
    double[] b = sorted[f + 1];
    double[] c = sorted[f + 2];
    double[] d = sorted[f + 3];
    double va = values[f];
    double vb = values[f + 1];
    double vc = values[f + 2];
    double vd = values[f + 3];
    int ra = 0;
    int rb = 0;
    int rc = 0;
    int rd = 0;
    for (int step = a.length >>> 1; step > 0; step >>>= 1) {
      ra += a[ra + step - 1] < va ? step : 0;
      rb += b[rb + step - 1] < vb ? step : 0;
      rc += c[rc + step - 1] < vc ? step : 0;
      rd += d[rd + step - 1] < vd ? step : 0;
    }
    ranks[f] = ra;
    ranks[f + 1] = rb;
    ranks[f + 2] = rc;
    ranks[f + 3] = rd;
  }

  /** Zero and minus zero are one threshold; a search tells them apart. */
  private static double withoutNegativeZero(double threshold) {
    return threshold + 0.0;
  }
}
