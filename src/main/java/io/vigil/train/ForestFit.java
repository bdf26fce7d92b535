package io.vigil.train;

import io.vigil.model.Classifier;
import io.vigil.model.CompiledForest;
import io.vigil.model.FlatForest;
import io.vigil.model.GoldenVector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import smile.base.cart.SplitRule;
import smile.classification.RandomForest;

/** Smile's random forest, and the same as plain numbers. */
record ForestFit(List<String> classes, RandomForest smile, FlatForest flat) implements Fitted {

  static ForestFit fit(TrainingSet set, Fitting fitting) {
    int features = set.windows().get(0).values().length;
    RandomForest forest =
        RandomForest.fit(
            SmileFrames.formula(),
            SmileFrames.of(set.x(), set.y()),
            fitting.trees(),
            Math.min(fitting.mtry(), features),
            SplitRule.GINI,
            fitting.depth(),
            Integer.MAX_VALUE,
            fitting.nodeSize(),
            fitting.subsample(),
            set.thinning(fitting.balance()),
            seeds(fitting));
    return new ForestFit(set.classes(), forest, SmileForests.flatten(forest, features));
  }

  /** One a tree, all different; Smile takes no notice of one below 2. */
  private static LongStream seeds(Fitting fitting) {
    SplittableRandom random = new SplittableRandom(fitting.seed());
    return LongStream.generate(() -> random.nextLong(2, Long.MAX_VALUE))
        .distinct()
        .limit(fitting.trees());
  }

  @Override
  public Classifier classifier() {
    return new CompiledForest(flat);
  }

  /** Windows spread evenly over the training set, with Smile's own answers. */
  List<GoldenVector> goldenVectors(TrainingSet set, int count) {
    List<GoldenVector> golden = new ArrayList<>();
    int size = set.windows().size();
    for (int i = 0; i < Math.min(count, size); i++) {
      double[] x = set.windows().get((int) ((long) i * size / Math.min(count, size))).values();
      double[] answer = new double[classes.size()];
      smile.predict(SmileFrames.row(x, smile.schema()), answer);
      golden.add(new GoldenVector(x, answer));
    }
    return golden;
  }
}
