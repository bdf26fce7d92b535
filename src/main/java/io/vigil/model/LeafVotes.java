package io.vigil.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the leaves of a forest say, added up as Smile's soft vote does it: in the order of the
 * trees, so that even the rounding is the same.
 */
final class LeafVotes {
  private static final int MOST_VOTES = 1 << 30;

  private final int classes;
  private final double[] weights;

  /** A tree each: the number of leaves in the trees before it. */
  private final int[] firstLeaves;

  /** The leaves' posteriors, each different number once, and a place among them for each class. */
  private final double[] posteriors;

  private final Places places;

  /**
   * Gathers the votes.
   *
   * @throws ModelRefused if there are 2^30 or more
   */
  LeafVotes(FlatForest forest) {
    classes = forest.classes();
    int trees = forest.trees().size();
    long votes = (forest.nodes() + trees) / 2L * classes;
    ModelRefused.unless(
        votes < MOST_VOTES, "The leaves have %d votes, expected below %d", votes, MOST_VOTES);
    weights = forest.trees().stream().mapToDouble(FlatTree::weight).toArray();
    firstLeaves = new int[trees];
    int[] all = new int[(int) votes];
    Map<Double, Integer> distinct = new HashMap<>();
    int leaf = 0;
    for (int t = 0; t < trees; t++) {
      firstLeaves[t] = leaf;
      int[] counts = forest.trees().get(t).counts();
      for (int first = 0; first < counts.length; first += classes) {
        place(counts, first, all, leaf * classes, distinct);
        leaf++;
      }
    }
    places = new Places(all, distinct.size());
    posteriors = new double[distinct.size()];
    distinct.forEach((posterior, place) -> posteriors[place] = posterior);
  }

  /** Smile's posterior of a leaf: (count + 1) / (sum + classes). */
  private void place(
      int[] counts, int first, int[] all, int firstPlace, Map<Double, Integer> distinct) {
    double sum = Arrays.stream(counts, first, first + classes).asLongStream().sum() + classes;
    for (int c = 0; c < classes; c++) {
      double posterior = (counts[first + c] + 1L) / sum;
      all[firstPlace + c] = distinct.computeIfAbsent(posterior, p -> distinct.size());
    }
  }

  /** The weighted mean of the leaves' posteriors, given one leaf a tree. */
  void mean(int[] leaves, double[] probabilities) {
    Arrays.fill(probabilities, 0.0);
    for (int t = 0; t < weights.length; t++) {
      int leaf = (firstLeaves[t] + leaves[t]) * classes;
      double weight = weights[t];
      for (int c = 0; c < classes; c++) {
        probabilities[c] += weight * posteriors[places.get(leaf + c)];
      }
    }
    double sum = 0.0;
    for (double p : probabilities) {
      sum += p;
    }
    for (int c = 0; c < classes; c++) {
      probabilities[c] /= sum;
    }
  }
}
