package io.vigil.feature;

import io.vigil.window.Window;

/**
 * A window and what was measured of it: the samples go along, because people and retraining want to
 * see them when nobody knows what they mean.
 *
 * @param window the samples
 * @param features of them
 */
public record Measured(Window window, FeatureVector features) {

  /** Whose. */
  public String participantId() {
    return features.participantId();
  }
}
