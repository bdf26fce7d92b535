package io.vigil.train;

import io.vigil.activity.ModelRef;
import io.vigil.model.Scorer;
import io.vigil.model.Smoothing;

/**
 * A classifier with its smoothing.
 *
 * @param fitted the classifier
 * @param smoothing of its answers
 * @param set what it was fitted to
 */
record Trained(Fitted fitted, Smoothing smoothing, TrainingSet set) {

  /** Stands for a model that is in no registry. */
  static final ModelRef UNSTORED = new ModelRef("unstored", 0, "unstored");

  /** The path of the job, for a model that is not stored (yet). */
  Scorer scorer() {
    return new Scorer(UNSTORED, fitted.classes(), fitted.classifier(), smoothing);
  }
}
