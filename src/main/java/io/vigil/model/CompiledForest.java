package io.vigil.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A forest laid out for speed; its answers equal those of Smile's soft vote bit by bit.
 *
 * <p>A node is one {@code long}. Thresholds are replaced by their rank among all thresholds of the
 * same feature, and so is each value of a window, once; the comparisons have the same outcomes, in
 * a quarter of the memory. Eight trees are walked at once, because one walk alone waits for memory
 * at every step. A leaf points to itself, so every walk of a tree takes the same number of steps
 * and there is no branch to mispredict.
 *
 * <p>Safe for use by several threads.
 */
public final class CompiledForest implements Classifier {
  // A node: first child (26 bits), feature (11 bits), rank of the threshold or number of the leaf.
  private static final int LOW_BITS = 27;
  private static final int FEATURE_BITS = 11;
  private static final int LOW_MASK = (1 << LOW_BITS) - 1;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;
  private static final int CHILD_SHIFT = LOW_BITS + FEATURE_BITS;
  private static final int MOST_NODES = 1 << 26;
  private static final int LANES = 8;

  private final int classes;
  private final int trees;
  private final ThresholdRanks ranks;
  private final long[] nodes;
  private final int[] roots;
  private final int[] steps;
  private final double[] weights;

  /** The leaves' posteriors, each different number once, and a place among them for each class. */
  private final double[] posteriors;

  private final int[] votes;

  /**
   * Compiles a forest.
   *
   * @throws ModelRefused if it has 2^26 nodes or more
   */
  public CompiledForest(FlatForest forest) {
    ModelRefused.unless(
        forest.nodes() < MOST_NODES,
        "The forest has %d nodes, expected below %d",
        forest.nodes(),
        MOST_NODES);
    classes = forest.classes();
    ranks = new ThresholdRanks(forest);
    nodes = new long[forest.nodes()];
    trees = forest.trees().size();
    int lanes = (trees + LANES - 1) / LANES * LANES;
    roots = new int[lanes];
    steps = new int[lanes / LANES];
    weights = forest.trees().stream().mapToDouble(FlatTree::weight).toArray();
    votes = new int[(forest.nodes() + trees) / 2 * classes];
    Map<Double, Integer> places = new HashMap<>();
    int root = 0;
    int leaf = 0;
    for (int t = 0; t < trees; t++) {
      FlatTree tree = forest.trees().get(t);
      roots[t] = root;
      steps[t / LANES] = Math.max(steps[t / LANES], tree.depth());
      leaf = lay(tree, root, leaf, forest.features(), places);
      root += tree.features().length;
    }
    // The last group is filled up with its first tree, whose walk there nobody reads.
    Arrays.fill(roots, trees, lanes, roots[lanes - LANES]);
    posteriors = new double[places.size()];
    places.forEach((posterior, place) -> posteriors[place] = posterior);
  }

  private int lay(
      FlatTree tree, int root, int firstLeaf, int constantFeature, Map<Double, Integer> places) {
    int split = 0;
    int leaf = firstLeaf;
    for (int n = 0; n < tree.features().length; n++) {
      int feature = tree.features()[n];
      if (feature == FlatTree.LEAF) {
        nodes[root + n] = node(root + n, constantFeature, leaf);
        vote(tree, leaf - firstLeaf, leaf, places);
        leaf++;
      } else {
        int rank = ranks.ofThreshold(feature, tree.thresholds()[split]);
        nodes[root + n] = node(root + 2 * split + 1, feature, rank);
        split++;
      }
    }
    return leaf;
  }

  private static long node(int child, int feature, int low) {
    return (long) child << CHILD_SHIFT | (long) feature << LOW_BITS | low;
  }

  /** Smile's posterior of a leaf: (count + 1) / (sum + classes). */
  private void vote(FlatTree tree, int leafOfTree, int leaf, Map<Double, Integer> places) {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += tree.counts()[leafOfTree * classes + c];
    }
    double all = sum + classes;
    for (int c = 0; c < classes; c++) {
      double posterior = (tree.counts()[leafOfTree * classes + c] + 1L) / all;
      votes[leaf * classes + c] = places.computeIfAbsent(posterior, p -> places.size());
    }
  }

  @Override
  public void probabilities(double[] features, double[] probabilities) {
    int[] r = ranks.of(features);
    Arrays.fill(probabilities, 0.0);
    int[] leaves = new int[LANES];
    for (int group = 0; group < steps.length; group++) {
      walk(group, r, leaves);
      int lanes = Math.min(LANES, trees - group * LANES);
      for (int lane = 0; lane < lanes; lane++) {
        int vote = leaves[lane] * classes;
        double weight = weights[group * LANES + lane];
        for (int c = 0; c < classes; c++) {
          probabilities[c] += weight * posteriors[votes[vote + c]];
        }
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

  private void walk(int group, int[] r, int[] leaves) {
    long[] all = nodes;
    int at = group * LANES;
    long a = all[roots[at]];
    long b = all[roots[at + 1]];
    long c = all[roots[at + 2]];
    long d = all[roots[at + 3]];
    long e = all[roots[at + 4]];
    long f = all[roots[at + 5]];
    long g = all[roots[at + 6]];
    long h = all[roots[at + 7]];
    for (int step = steps[group]; step > 0; step--) {
      a = all[next(a, r)];
      b = all[next(b, r)];
      c = all[next(c, r)];
      d = all[next(d, r)];
      e = all[next(e, r)];
      f = all[next(f, r)];
      g = all[next(g, r)];
      h = all[next(h, r)];
    }
    leaves[0] = (int) a & LOW_MASK;
    leaves[1] = (int) b & LOW_MASK;
    leaves[2] = (int) c & LOW_MASK;
    leaves[3] = (int) d & LOW_MASK;
    leaves[4] = (int) e & LOW_MASK;
    leaves[5] = (int) f & LOW_MASK;
    leaves[6] = (int) g & LOW_MASK;
    leaves[7] = (int) h & LOW_MASK;
  }

  /** The first child, or the second where the window's rank is above the threshold's. */
  private static int next(long node, int[] r) {
    int rank = r[(int) (node >>> LOW_BITS) & FEATURE_MASK];
    return (int) (node >>> CHILD_SHIFT) + ((((int) node & LOW_MASK) - rank) >>> 31);
  }
}
