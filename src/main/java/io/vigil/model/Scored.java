package io.vigil.model;

import io.vigil.activity.Prediction;
import io.vigil.feature.Measured;

/**
 * A window, what was measured of it, and what the model in force says of it.
 *
 * @param measured the samples and their features
 * @param prediction of that model
 */
public record Scored(Measured measured, Prediction prediction) {

  /** Whose. */
  public String participantId() {
    return prediction.participantId();
  }
}
