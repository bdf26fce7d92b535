package io.vigil.model;

import io.vigil.activity.Prediction;

/**
 * A window as two models see it.
 *
 * @param inForce what the model says that scores the participant
 * @param challenger what the one in the shadow says
 */
public record Shadow(Prediction inForce, Prediction challenger) {

  /** Whether both name the same activity. */
  public boolean agree() {
    return inForce.activity().equals(challenger.activity());
  }
}
