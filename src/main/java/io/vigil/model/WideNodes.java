package io.vigil.model;

/** Nodes of eight bytes: every forest within the {@link Limits} fits. */
final class WideNodes implements TreeWalk {
  private static final int AHEAD_BITS = 15;
  private static final int FEATURE_BITS = 11;
  private static final int RANK_SHIFT = AHEAD_BITS + FEATURE_BITS;
  private static final int AHEAD_MASK = (1 << AHEAD_BITS) - 1;
  private static final int FEATURE_MASK = (1 << FEATURE_BITS) - 1;

  private final int features;
  private final TreeGroups groups;
  private final long[] nodes;

  WideNodes(FlatForest forest, ThresholdRanks ranks) {
    features = forest.features();
    groups = TreeGroups.of(forest);
    nodes = new long[forest.nodes()];
    TreeWalk.lay(
        forest,
        ranks,
        features,
        (at, rank, feature, ahead) ->
            nodes[at] = (long) rank << RANK_SHIFT | (long) feature << AHEAD_BITS | ahead);
  }

  @Override
  public int[] leaves(int[] ranks) {
    // After the features a 0 for the leaves.
    long[] keys = new long[features + 1];
    for (int f = 0; f < features; f++) {
      keys[f] = (long) ranks[f] << RANK_SHIFT;
    }
    int[] leaves = new int[groups.roots().length];
    for (int group = 0; group < groups.steps().length; group++) {
      walk(group, keys, leaves);
    }
    return leaves;
  }

  private void walk(int group, long[] keys, int[] leaves) {
    long[] all = nodes;
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
    leaves[at] = (int) (all[a] >>> RANK_SHIFT);
    leaves[at + 1] = (int) (all[b] >>> RANK_SHIFT);
    leaves[at + 2] = (int) (all[c] >>> RANK_SHIFT);
    leaves[at + 3] = (int) (all[d] >>> RANK_SHIFT);
    leaves[at + 4] = (int) (all[e] >>> RANK_SHIFT);
    leaves[at + 5] = (int) (all[f] >>> RANK_SHIFT);
    leaves[at + 6] = (int) (all[g] >>> RANK_SHIFT);
    leaves[at + 7] = (int) (all[h] >>> RANK_SHIFT);
  }

  /** To the first child, or the second where the window's rank is above the threshold's. */
  private static int ahead(long node, long[] keys) {
    long key = keys[(int) (node >>> AHEAD_BITS) & FEATURE_MASK];
    return ((int) node & AHEAD_MASK) + (int) ((node - key) >>> 63);
  }
}
