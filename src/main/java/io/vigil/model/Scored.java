package io.vigil.model;

import io.vigil.activity.Prediction;
import io.vigil.feature.Measured;
import io.vigil.sensor.Erasable;

/**
 * A window, what was measured of it, and what the model in force says of it.
 *
 * @param measured the samples and their features
 * @param prediction of that model
 * @param classes what the prediction's probabilities are of, in the model's order; none where
 *     nobody asks
 */
public record Scored(Measured measured, Prediction prediction, String[] classes)
    implements Erasable {

  /** Without the names of classes. */
  public Scored(Measured measured, Prediction prediction) {
    this(measured, prediction, new String[0]);
  }

  /** Word that a participant is to be forgotten, as it came. */
  static Scored erasure(Measured word) {
    return new Scored(word, Prediction.erasure(word.participantId(), word.erasure()));
  }

  @Override
  public String erasure() {
    return measured.erasure();
  }

  /** Whose. */
  public String participantId() {
    return prediction.participantId();
  }
}
