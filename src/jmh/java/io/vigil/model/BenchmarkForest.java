package io.vigil.model;

import io.vigil.train.SmileForests;
import java.util.Random;
import java.util.stream.LongStream;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/** A forest of the size in use, trained on overlapping clouds of seeded random windows. */
record BenchmarkForest(RandomForest smile, FlatForest flat, double[][] rows) {
  static final int CLASSES = 7;
  private static final int FEATURES = 50;
  private static final int TRAINING = 20_000;
  private static final int SCORED = 4096;

  static BenchmarkForest train() {
    Random random = new Random(42);
    double[][] centres = new double[CLASSES][FEATURES];
    for (double[] centre : centres) {
      for (int f = 0; f < FEATURES; f++) {
        centre[f] = random.nextGaussian() * 0.4;
      }
    }
    double[][] x = new double[TRAINING][];
    int[] y = new int[TRAINING];
    for (int i = 0; i < TRAINING; i++) {
      y[i] = i % CLASSES;
      x[i] = around(centres[y[i]], random);
    }
    double[][] rows = new double[SCORED][];
    for (int i = 0; i < SCORED; i++) {
      rows[i] = around(centres[i % CLASSES], random);
    }
    RandomForest smile =
        RandomForest.fit(
            Formula.lhs("class"),
            DataFrame.of(x).merge(IntVector.of("class", y)),
            200,
            0,
            SplitRule.GINI,
            12,
            Integer.MAX_VALUE,
            5,
            1.0,
            null,
            LongStream.rangeClosed(2, 201));
    FlatForest flat = SmileForests.flatten(smile, FEATURES);
    System.out.printf(
        "# %d trees, %d nodes, depth %d, %d bytes stored%n",
        flat.trees().size(),
        flat.nodes(),
        flat.trees().stream().mapToInt(FlatTree::depth).max().orElseThrow(),
        ForestCodec.write(flat).length);
    return new BenchmarkForest(smile, flat, rows);
  }

  private static double[] around(double[] centre, Random random) {
    double[] row = new double[FEATURES];
    for (int f = 0; f < FEATURES; f++) {
      row[f] = centre[f] + random.nextGaussian();
    }
    return row;
  }

  Tuple[] tuples() {
    Tuple[] tuples = new Tuple[rows.length];
    for (int i = 0; i < rows.length; i++) {
      tuples[i] = Tuple.of(rows[i], smile.schema());
    }
    return tuples;
  }

  /** Fails unless every answer is within the tolerance of Smile's. */
  void check(String name, double tolerance, Classifier classifier) {
    double[] expected = new double[CLASSES];
    double[] seen = new double[CLASSES];
    double farthest = 0;
    for (int i = 0; i < rows.length; i++) {
      smile.predict(Tuple.of(rows[i], smile.schema()), expected);
      classifier.probabilities(rows[i], seen);
      for (int c = 0; c < CLASSES; c++) {
        double distance = Math.abs(expected[c] - seen[c]);
        farthest = Math.max(farthest, distance);
        if (!(distance <= tolerance)) {
          throw new IllegalStateException(
              name + " answers row " + i + " with " + seen[c] + ", Smile with " + expected[c]);
        }
      }
    }
    System.out.printf(
        "# %s: %d rows as Smile has them, at most %.1e off%n", name, rows.length, farthest);
  }
}
