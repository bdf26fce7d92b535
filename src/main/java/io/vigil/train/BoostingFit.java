package io.vigil.train;

import io.vigil.model.Classifier;
import smile.classification.GradientTreeBoost;
import smile.data.type.StructType;
import smile.math.MathEx;

/** Smile's gradient boosted trees, for comparison. */
final class BoostingFit {
  private static final double SHRINKAGE = 0.1;

  static Fitted fit(TrainingSet all, Fitting fitting) {
    TrainingSet set = Thinning.of(all, fitting);
    // Smile draws the windows of each round from the calling thread's generator.
    MathEx.setSeed(Math.max(2, fitting.seed() + 1));
    GradientTreeBoost boost =
        GradientTreeBoost.fit(
            SmileFrames.formula(),
            SmileFrames.of(set.x(), set.y()),
            fitting.trees(),
            fitting.depth(),
            1 << Math.min(fitting.depth(), 16),
            fitting.nodeSize(),
            SHRINKAGE,
            fitting.subsample());
    StructType schema = boost.schema();
    Classifier classifier = (x, out) -> boost.predict(SmileFrames.row(x, schema), out);
    return new Fitted.Compared(set.classes(), classifier);
  }

  private BoostingFit() {}
}
