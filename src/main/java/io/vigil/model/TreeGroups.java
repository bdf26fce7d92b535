package io.vigil.model;

import java.util.Arrays;

/**
 * Eight trees each that are walked at once, because one walk alone waits for memory at every step.
 *
 * @param roots the place of every tree's first node; the last group is filled up with its first
 *     tree, whose leaf there nobody reads
 * @param steps a group each: the depth of its deepest tree
 */
record TreeGroups(int[] roots, int[] steps) {
  /** Trees of a group. */
  static final int LANES = 8;

  static TreeGroups of(FlatForest forest) {
    int trees = forest.trees().size();
    int groups = (trees + LANES - 1) / LANES;
    int[] roots = new int[groups * LANES];
    int[] steps = new int[groups];
    int root = 0;
    for (int t = 0; t < trees; t++) {
      FlatTree tree = forest.trees().get(t);
      roots[t] = root;
      steps[t / LANES] = Math.max(steps[t / LANES], tree.depth());
      root += tree.features().length;
    }
    Arrays.fill(roots, trees, roots.length, roots[roots.length - LANES]);
    return new TreeGroups(roots, steps);
  }
}
