package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.model.CompiledForest;
import io.vigil.model.FlatForest;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;

/** The compiled forest's probabilities are Smile's, to the last bit. */
class CompiledForestEqualsSmileTest {

  // Seen red with: a value equal to a threshold ranked above it, and with the weights of the trees
  // left
  // out.
  @ParameterizedTest(name = "{0} trees, depth {1}, {2} features, {3} classes, grid {4}, seed {5}")
  @CsvSource({
    "1,1,1,2,0,1",
    "7,3,2,2,0,2",
    "8,12,10,7,0,3",
    "9,12,10,7,3,4",
    "33,20,5,3,1,5",
    "40,12,50,5,0,6",
    "16,6,4,4,2,7",
    // The wide layout: more features than seven bits hold.
    "20,12,130,4,0,8"
  })
  void onTrainingRowsNewRowsAndThresholds(
      int trees, int depth, int features, int classes, int grid, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[900][];
    int[] y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % classes;
      x[i] = row(random, features, y[i], grid);
    }
    RandomForest smile =
        RandomForest.fit(
            SmileFrames.formula(),
            SmileFrames.of(x, y),
            trees,
            0,
            SplitRule.GINI,
            depth,
            Integer.MAX_VALUE,
            2,
            1.0,
            null,
            LongStream.rangeClosed(2, trees + 1));
    FlatForest flat = SmileForests.flatten(smile, features);
    CompiledForest compiled = new CompiledForest(flat);
    for (double[] row : x) {
      same(smile, compiled, row, classes);
    }
    for (int i = 0; i < 2000; i++) {
      double[] row = row(random, features, i % classes, grid);
      nudge(row, flat, random);
      same(smile, compiled, row, classes);
    }
  }

  /** The last feature is constant; on a grid many values are equal, and -0.0 is among them. */
  private static double[] row(Random random, int features, int label, int grid) {
    double[] row = new double[features];
    for (int f = 0; f < features; f++) {
      double value = random.nextGaussian() + (f % 3 == label % 3 ? 1 : 0);
      row[f] = grid == 0 ? value : Math.rint(value * grid) / grid;
    }
    if (features > 1) {
      row[features - 1] = 4.25;
    }
    return row;
  }

  /** Puts one value on a threshold or right beside it, or far outside of everything. */
  private static void nudge(double[] row, FlatForest forest, Random random) {
    int feature = random.nextInt(row.length);
    var tree = forest.trees().get(random.nextInt(forest.trees().size()));
    double[] thresholds = tree.thresholds();
    double threshold = thresholds.length == 0 ? 0 : thresholds[random.nextInt(thresholds.length)];
    row[feature] =
        switch (random.nextInt(8)) {
          case 0 -> Math.nextUp(threshold);
          case 1 -> Math.nextDown(threshold);
          case 2 -> Double.NaN;
          case 3 -> Double.POSITIVE_INFINITY;
          case 4 -> Double.NEGATIVE_INFINITY;
          case 5 -> -0.0;
          case 6 -> 0.0;
          default -> threshold;
        };
  }

  private static void same(RandomForest smile, CompiledForest compiled, double[] row, int classes) {
    double[] expected = new double[classes];
    smile.predict(SmileFrames.row(row, smile.schema()), expected);
    double[] seen = new double[classes];
    compiled.probabilities(row, seen);
    assertThat(seen).containsExactly(expected);
  }
}
