package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatForestTest {
  private static final FlatTree STUMP =
      new FlatTree(1, new int[] {0, -1, -1}, new double[] {0.5}, new int[] {3, 0, 0, 1});

  @Test
  void aStumpAnswersWithTheLeavesOfItsTwoSides() {
    CompiledForest forest = new CompiledForest(new FlatForest(1, 2, List.of(STUMP)));
    double[] answer = new double[2];
    forest.probabilities(new double[] {0.5}, answer);
    assertThat(answer).containsExactly(4 / 5.0, 1 / 5.0);
    forest.probabilities(new double[] {Math.nextUp(0.5)}, answer);
    assertThat(answer).containsExactly(1 / 3.0, 2 / 3.0);
    forest.probabilities(new double[] {Double.NaN}, answer);
    assertThat(answer).containsExactly(1 / 3.0, 2 / 3.0);
  }

  @Test
  void aTreeDeeperThanTheLimitIsRefused() {
    FlatTree chain = chain(Limits.DEPTH);
    assertThat(new FlatForest(1, 2, List.of(chain)).trees().get(0).depth()).isEqualTo(Limits.DEPTH);
    refused("is 65 splits deep, expected at most 64", chain(Limits.DEPTH + 1));
  }

  @Test
  void whatCouldNotBeWalkedIsRefused() {
    refused("splits on feature 1, expected 0 to 0", tree(1, new int[] {1, -1, -1}, 0.5));
    refused("splits on feature -2", tree(1, new int[] {-2, -1, -1}, 0.5));
    refused("expected an odd number", tree(1, new int[] {0, -1}, 0.5));
    refused("no finite threshold", tree(1, new int[] {0, -1, -1}, Double.NaN));
    refused("has weight NaN", tree(Double.NaN, new int[] {0, -1, -1}, 0.5));
    refused("has weight -1.0", tree(-1, new int[] {0, -1, -1}, 0.5));
    refused("add up to 0.0", tree(0, new int[] {0, -1, -1}, 0.5));
    refused("expected after itself", tree(1, new int[] {-1, -1, 0}, 0.5));
    refused("counts -1 windows", new FlatTree(1, new int[] {-1}, new double[0], new int[] {1, -1}));
  }

  @Test
  void thereAreNotTooManyTrees() {
    assertThatThrownBy(() -> new FlatForest(1, 2, Collections.nCopies(Limits.TREES + 1, STUMP)))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("2001 trees, expected 1 to 2000");
  }

  private static FlatTree tree(double weight, int[] features, double... thresholds) {
    return new FlatTree(weight, features, thresholds, new int[] {1, 2, 3, 4});
  }

  /** Each split's second child is the next split. */
  private static FlatTree chain(int depth) {
    int[] features = new int[2 * depth + 1];
    Arrays.fill(features, FlatTree.LEAF);
    for (int split = 0; split < depth; split++) {
      features[2 * split] = 0;
    }
    double[] thresholds = new double[depth];
    Arrays.setAll(thresholds, split -> split);
    return new FlatTree(1, features, thresholds, new int[(depth + 1) * 2]);
  }

  private static void refused(String message, FlatTree tree) {
    assertThatThrownBy(() -> new FlatForest(1, 2, List.of(tree)))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining(message);
  }
}
