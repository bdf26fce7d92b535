package io.vigil.model;

/** Nodes of four bytes: most of a forest stays in the processor's own cache. */
final class NarrowNodes implements TreeWalk {
  private static final int AHEAD_BITS = 12;
  private static final int FEATURE_BITS = 7;
  private static final int RANK_BITS = 12;
  private static final int RANK_SHIFT = AHEAD_BITS + FEATURE_BITS;
  private static final int AHEAD_MASK = (1 << AHEAD_BITS) - 1;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;

  /** Their leaves have numbers, and their children distances, below 2^12. */
  private static final int MOST_NODES_A_TREE = (1 << (AHEAD_BITS + 1)) - 1;

  private final int features;
  private final TreeGroups groups;
  private final int[] nodes;

  NarrowNodes(FlatForest forest, ThresholdRanks ranks) {
    features = forest.features();
    groups = TreeGroups.of(forest);
    nodes = new int[forest.nodes()];
    TreeWalk.lay(
        forest,
        ranks,
        FEATURE_MASK,
        (at, rank, feature, ahead) ->
            nodes[at] = rank << RANK_SHIFT | feature << AHEAD_BITS | ahead);
  }

  /** Whether every number has the bits it needs. */
  static boolean fit(FlatForest forest, ThresholdRanks ranks) {
    return forest.features() <= FEATURE_MASK
        && ranks.highest() < 1 << RANK_BITS
        && forest.trees().stream().allMatch(t -> t.features().length <= MOST_NODES_A_TREE);
  }

  @Override
  public int[] leaves(int[] ranks) {
    // As long as a node's feature can be: no index needs a check.
    int[] keys = new int[1 << FEATURE_BITS];
    for (int f = 0; f < features; f++) {
      keys[f] = ranks[f] << RANK_SHIFT;
    }
    int[] leaves = new int[groups.roots().length];
    for (int group = 0; group < groups.steps().length; group++) {
      walk(group, keys, leaves);
    }
    return leaves;
  }

  private void walk(int group, int[] keys, int[] leaves) {
    int[] all = nodes;
    int[] roots = groups.roots();
    int at = group * TreeGroups.LANES;
    int a = roots[at];
    int b = roots[at + 1];
    int c = roots[at + 2];
    int d = roots[at + 3];
    int e = roots[at + 4];
    int f = roots[at + 5];
    int g = roots[at + 6];
    int h = roots[at + 7];
    for (int step = groups.steps()[group]; step > 0; step--) {
      a += ahead(all[a], keys);
      b += ahead(all[b], keys);
      c += ahead(all[c], keys);
      d += ahead(all[d], keys);
      e += ahead(all[e], keys);
      f += ahead(all[f], keys);
      g += ahead(all[g], keys);
      h += ahead(all[h], keys);
    }
    leaves[at] = all[a] >>> RANK_SHIFT;
    leaves[at + 1] = all[b] >>> RANK_SHIFT;
    leaves[at + 2] = all[c] >>> RANK_SHIFT;
    leaves[at + 3] = all[d] >>> RANK_SHIFT;
    leaves[at + 4] = all[e] >>> RANK_SHIFT;
    leaves[at + 5] = all[f] >>> RANK_SHIFT;
    leaves[at + 6] = all[g] >>> RANK_SHIFT;
    leaves[at + 7] = all[h] >>> RANK_SHIFT;
  }

  /** To the first child, or the second where the window's rank is above the threshold's. */
  private static int ahead(int node, int[] keys) {
    int key = keys[node >>> AHEAD_BITS & FEATURE_MASK];
    return (node & AHEAD_MASK) + ((node - key) >>> 31);
  }
}
