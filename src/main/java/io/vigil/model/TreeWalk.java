package io.vigil.model;

/**
 * Finds a window's leaf in every tree.
 *
 * <p>The two layouts share one idea. A node is one number: from its highest bits down the rank of
 * its threshold, its feature, and how far behind it its first child lies. A window's rank, shifted
 * as far, is above the whole node exactly where it is above the threshold's rank; so the sign of
 * one subtraction is the way to go. A leaf has its own number where a split has the rank, compares
 * itself with a rank of 0 and lies 0 ahead: it is its own child. So every walk of a tree takes the
 * same number of steps, and there is no branch to mispredict.
 */
interface TreeWalk {

  /** The smallest layout the forest fits into. */
  static TreeWalk of(FlatForest forest, ThresholdRanks ranks) {
    return NarrowNodes.fit(forest, ranks)
        ? new NarrowNodes(forest, ranks)
        : new WideNodes(forest, ranks);
  }

  /**
   * The leaf of every tree, counted within the tree; after the last tree the array may be longer.
   *
   * @param ranks of the window, from {@link ThresholdRanks#of}
   */
  int[] leaves(int[] ranks);

  /** Takes the nodes from {@link #lay}. */
  @FunctionalInterface
  interface Nodes {
    /**
     * One node.
     *
     * @param at its place among the nodes of all trees
     * @param rank of the threshold, or the number of the leaf
     * @param feature compared with the rank
     * @param ahead how far behind the node its first child lies, 0 for a leaf
     */
    void put(int at, int rank, int feature, int ahead);
  }

  /** Hands over all nodes, tree after tree; a leaf gets the feature whose rank is always 0. */
  static void lay(FlatForest forest, ThresholdRanks ranks, int constantFeature, Nodes nodes) {
    int root = 0;
    for (FlatTree tree : forest.trees()) {
      int split = 0;
      for (int n = 0; n < tree.features().length; n++) {
        int feature = tree.features()[n];
        if (feature == FlatTree.LEAF) {
          nodes.put(root + n, n - split, constantFeature, 0);
        } else {
          int rank = ranks.ofThreshold(feature, tree.thresholds()[split]);
          nodes.put(root + n, rank, feature, 2 * split + 1 - n);
          split++;
        }
      }
      root += tree.features().length;
    }
  }
}
