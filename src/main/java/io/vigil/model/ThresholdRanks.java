package io.vigil.model;

import java.util.Arrays;

/**
 * The distinct thresholds of each feature, sorted. A value is at most a threshold exactly where the
 * number of thresholds below the value is at most the threshold's place: comparing these ranks has
 * the outcome of comparing the numbers, without rounding.
 */
final class ThresholdRanks {
  /** Features searched at once: a search alone waits for memory at every step. */
  private static final int LANES = 4;

  private final int features;

  /**
   * A search tree each, its root at 1 and the children of k at 2k and 2k+1: the first steps of all
   * searches stay in a few lines of the cache. Its size is the power of two above the most
   * thresholds of the four features that are searched together, so that all four searches take as
   * many steps; infinity fills it up.
   */
  private final double[][] trees;

  ThresholdRanks(FlatForest forest) {
    features = forest.features();
    trees = new double[(features + LANES - 1) / LANES * LANES][];
    double[][] distinct = distinct(forest);
    for (int group = 0; group < features; group += LANES) {
      int last = Math.min(group + LANES, features);
      int most = 0;
      for (int f = group; f < last; f++) {
        most = Math.max(most, distinct[f].length);
      }
      int size = 2 * Integer.highestOneBit(Math.max(1, most));
      for (int f = group; f < group + LANES; f++) {
        trees[f] = tree(f < last ? distinct[f] : new double[0], size);
      }
    }
  }

  private static double[] tree(double[] sorted, int size) {
    double[] tree = new double[size];
    for (int place = 1; place < size; place++) {
      // The halves of the sorted numbers meet at the root, and so on: an odd place is at the
      // bottom.
      int k = (size + place) >>> (Integer.numberOfTrailingZeros(place) + 1);
      tree[k] = place <= sorted.length ? sorted[place - 1] : Double.POSITIVE_INFINITY;
    }
    return tree;
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

  /** No rank is above it. */
  int highest() {
    return Arrays.stream(trees).mapToInt(tree -> tree.length - 1).max().orElseThrow();
  }

  int ofThreshold(int feature, double threshold) {
    double[] tree = trees[feature];
    int k = 1;
    while (k < tree.length) {
      k = 2 * k + above(threshold, tree[k]);
    }
    return k - tree.length;
  }

  /** The rank of every value of a window; the array may be longer. */
  int[] of(double[] values) {
    double[] padded = Arrays.copyOf(values, trees.length);
    int[] ranks = new int[trees.length];
    for (int group = 0; group < trees.length; group += LANES) {
      search(padded, group, ranks);
    }
    return ranks;
  }

  /** Searches four trees; without a jump, which nothing could foresee. */
  private void search(double[] values, int f, int[] ranks) {
    double[] a = trees[f];
    double[] b = trees[f + 1];
    double[] c = trees[f + 2];
    double[] d = trees[f + 3];
    double va = values[f];
    double vb = values[f + 1];
    double vc = values[f + 2];
    double vd = values[f + 3];
    int size = a.length;
    int ka = 1;
    int kb = 1;
    int kc = 1;
    int kd = 1;
    for (int step = size; step > 1; step >>>= 1) {
      ka = 2 * ka + above(va, a[ka]);
      kb = 2 * kb + above(vb, b[kb]);
      kc = 2 * kc + above(vc, c[kc]);
      kd = 2 * kd + above(vd, d[kd]);
    }
    ranks[f] = ka - size;
    ranks[f + 1] = kb - size;
    ranks[f + 2] = kc - size;
    ranks[f + 3] = kd - size;
  }

  /** 1 where the value is above the threshold; so is not-a-number, even above infinity. */
  private static int above(double value, double threshold) {
    return value <= threshold ? 0 : 1;
  }

  /** Zero and minus zero are one threshold; a search tells them apart. */
  private static double withoutNegativeZero(double threshold) {
    return threshold + 0.0;
  }
}
