package io.vigil.model;

/**
 * One decision tree as it is stored: nodes breadth first, so that the place of a node's children
 * follows from its own. The children of the i-th split (counting from 0) are the nodes 2i+1 and
 * 2i+2: no index is stored, and none can point backwards.
 *
 * @param weight of the tree's vote; finite, not negative
 * @param features a node each: the index of the feature it splits on, or {@link #LEAF}
 * @param thresholds a split each, in the order of the nodes: a value up to it goes to the first
 *     child, a greater one and not-a-number to the second
 * @param counts a leaf each, in the order of the nodes, one number a class: training windows
 */
public record FlatTree(double weight, int[] features, double[] thresholds, int[] counts) {

  /** Stands in {@link #features} for a node that is no split. */
  public static final int LEAF = -1;

  /** The longest way from the root to a leaf, in splits. */
  public int depth() {
    int[] depths = new int[features.length];
    int split = 0;
    int deepest = 0;
    for (int node = 0; node < features.length; node++) {
      if (features[node] == LEAF) {
        deepest = Math.max(deepest, depths[node]);
      } else {
        int child = 2 * split++ + 1;
        depths[child] = depths[node] + 1;
        depths[child + 1] = depths[node] + 1;
      }
    }
    return deepest;
  }

  /** Refuses a tree that a walk could leave, or never leave. */
  void check(int tree, int featureCount, int classCount) {
    ModelRefused.unless(
        Double.isFinite(weight) && weight >= 0,
        "Tree %d has weight %s, expected a finite one from 0 up",
        tree,
        weight);
    int nodes = features.length;
    ModelRefused.unless(
        nodes >= 1 && nodes <= Limits.NODES_A_TREE && nodes % 2 == 1,
        "Tree %d has %d nodes, expected an odd number up to %d",
        tree,
        nodes,
        Limits.NODES_A_TREE);
    int splits = checkSplits(tree, featureCount);
    ModelRefused.unless(
        nodes == 2 * splits + 1 && thresholds.length == splits,
        "Tree %d has %d splits and %d thresholds in %d nodes, expected one split less than leaves",
        tree,
        splits,
        thresholds.length,
        nodes);
    ModelRefused.unless(
        counts.length == (long) (splits + 1) * classCount,
        "Tree %d has %d counts, expected %d classes at %d leaves",
        tree,
        counts.length,
        classCount,
        splits + 1);
    for (int count : counts) {
      ModelRefused.unless(count >= 0, "Tree %d counts %d windows at a leaf", tree, count);
    }
    int depth = depth();
    ModelRefused.unless(
        depth <= Limits.DEPTH,
        "Tree %d is %d splits deep, expected at most %d",
        tree,
        depth,
        Limits.DEPTH);
  }

  private int checkSplits(int tree, int featureCount) {
    int splits = 0;
    for (int node = 0; node < features.length; node++) {
      if (features[node] == LEAF) {
        continue;
      }
      ModelRefused.unless(
          features[node] >= 0 && features[node] < featureCount,
          "Tree %d, node %d splits on feature %d, expected 0 to %d",
          tree,
          node,
          features[node],
          featureCount - 1);
      int child = 2 * splits + 1;
      ModelRefused.unless(
          child > node && child + 1 < features.length,
          "Tree %d, node %d has its children at %d and %d of %d nodes, expected after itself",
          tree,
          node,
          child,
          child + 1,
          features.length);
      ModelRefused.unless(
          splits < thresholds.length && Double.isFinite(thresholds[splits]),
          "Tree %d, node %d has no finite threshold",
          tree,
          node);
      splits++;
    }
    return splits;
  }
}
