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

  private final double[][] sorted;

  ThresholdRanks(FlatForest forest) {
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
    sorted = new double[forest.features()][];
    for (int feature = 0; feature < sorted.length; feature++) {
      sorted[feature] =
          Arrays.stream(all[feature], 0, sizes[feature]).sorted().distinct().toArray();
    }
  }

  int ofThreshold(int feature, double threshold) {
    return Arrays.binarySearch(sorted[feature], withoutNegativeZero(threshold));
  }

  /** The rank of every value of a window, and after them a rank of 0 for the leaves. */
  int[] of(double[] values) {
    int[] ranks = new int[sorted.length + 1];
    for (int feature = 0; feature < sorted.length; feature++) {
      ranks[feature] = below(values[feature], sorted[feature]);
    }
    return ranks;
  }

  private static int below(double value, double[] thresholds) {
    if (Double.isNaN(value)) {
      return ABOVE_ALL;
    }
    int from = 0;
    int length = thresholds.length;
    while (length > 0) {
      int half = length >>> 1;
      // Written without a jump: the outcome is a coin toss no processor can foresee.
      from += thresholds[from + half] < value ? length - half : 0;
      length = half;
    }
    return from;
  }

  /** Zero and minus zero are one threshold; a search tells them apart. */
  private static double withoutNegativeZero(double threshold) {
    return threshold + 0.0;
  }
}
