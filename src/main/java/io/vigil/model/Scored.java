package io.vigil.model;

import io.vigil.activity.Prediction;
import io.vigil.feature.Measured;

/**
 * A window, what was measured of it, and what the model in force says of it.
 *
 * @param measured the samples and their features
 * @param prediction of that model
 * @param classes what the prediction's probabilities are of, in the model's order; none where
 *     nobody asks
 */
public record Scored(Measured measured, Prediction prediction, String[] classes) {

  /** Without the names of classes. */
  public Scored(Measured measured, Prediction prediction) {
    this(measured, prediction, new String[0]);
  }

  /** Whose. */
  public String participantId() {
    return prediction.participantId();
  }
}
