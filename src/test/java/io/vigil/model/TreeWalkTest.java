package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On both sides of each limit of the narrow layout, a walk ends where the plain tree says. */
class TreeWalkTest {
  private static final int CLASSES = 3;

  // Seen red with: AHEAD_BITS = 11 in NarrowNodes, each condition of fit() left out in turn, and
  // every place taken for narrow in Places.
  @ParameterizedTest(name = "{0} trees of {1} splits, {2} features, counts below {3}, seed {5}")
  @CsvSource({
    "9,4095,127,50,NarrowNodes,1",
    "9,4095,128,50,WideNodes,2",
    "3,4095,4,50,NarrowNodes,3",
    "3,4096,4,50,WideNodes,4",
    "1,4095,1,50,NarrowNodes,5",
    "2,2048,1,50,WideNodes,6",
    "17,0,5,50,NarrowNodes,7",
    "9,4000,60,1000000,NarrowNodes,8",
    "2,32767,1024,1000000,WideNodes,9"
  })
  void leavesAreThoseOfThePlainTrees(
      int trees, int splits, int features, int counts, String layout, long seed) {
    Random random = new Random(seed);
    List<FlatTree> all = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      all.add(complete(random, splits, features, counts));
    }
    FlatForest forest = new FlatForest(features, CLASSES, all);
    TreeWalk walk = TreeWalk.of(forest, new ThresholdRanks(forest));
    assertThat(walk.getClass().getSimpleName()).isEqualTo(layout);
    CompiledForest compiled = new CompiledForest(forest);
    for (int i = 0; i < 3000; i++) {
      double[] window = window(random, forest);
      double[] seen = new double[CLASSES];
      compiled.probabilities(window, seen);
      assertThat(seen).containsExactly(plainVote(forest, window));
    }
  }

  /** As shallow as a tree of so many splits can be: its children lie as far ahead as any. */
  private static FlatTree complete(Random random, int splits, int features, int counts) {
    int[] nodes = new int[2 * splits + 1];
    for (int n = 0; n < nodes.length; n++) {
      nodes[n] = n < splits ? random.nextInt(features) : FlatTree.LEAF;
    }
    return new FlatTree(
        1 + random.nextInt(3),
        nodes,
        random.doubles(splits, -1, 1).toArray(),
        random.ints((splits + 1L) * CLASSES, 0, counts).toArray());
  }

  private static double[] window(Random random, FlatForest forest) {
    double[] window = random.doubles(forest.features(), -1.2, 1.2).toArray();
    double[] thresholds = forest.trees().get(0).thresholds();
    int feature = random.nextInt(window.length);
    window[feature] =
        switch (random.nextInt(4)) {
          case 0 -> Double.NaN;
          case 1 -> Double.POSITIVE_INFINITY;
          case 2 -> Double.NEGATIVE_INFINITY;
          default -> thresholds.length == 0 ? 0 : thresholds[random.nextInt(thresholds.length)];
        };
    return window;
  }

  private static double[] plainVote(FlatForest forest, double[] window) {
    double[] vote = new double[CLASSES];
    for (FlatTree tree : forest.trees()) {
      int first = plainLeaf(tree, window) * CLASSES;
      double sum = CLASSES;
      for (int c = 0; c < CLASSES; c++) {
        sum += tree.counts()[first + c];
      }
      for (int c = 0; c < CLASSES; c++) {
        vote[c] += tree.weight() * ((tree.counts()[first + c] + 1) / sum);
      }
    }
    double sum = vote[0] + vote[1] + vote[2];
    return new double[] {vote[0] / sum, vote[1] / sum, vote[2] / sum};
  }

  /** In a complete tree the splits come first: a split's number is its place. */
  private static int plainLeaf(FlatTree tree, double[] window) {
    int splits = tree.thresholds().length;
    int n = 0;
    while (n < splits) {
      n = 2 * n + (window[tree.features()[n]] <= tree.thresholds()[n] ? 1 : 2);
    }
    return n - splits;
  }
}
