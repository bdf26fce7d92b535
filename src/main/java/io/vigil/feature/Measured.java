package io.vigil.feature;

import io.vigil.sensor.Erasable;
import io.vigil.window.Window;

/**
 * A window and what was measured of it: the samples go along, because people and retraining want to
 * see them when nobody knows what they mean.
 *
 * @param window the samples
 * @param features of them
 * @param schema hash of the {@link FeatureSchema} that the features follow
 * @param reference what was known of the wearer when they were measured, so that another build can
 *     measure the same samples again
 */
public record Measured(
    Window window, FeatureVector features, String schema, WearerReference reference)
    implements Erasable {
  /** What this build computes. */
  public static final String THIS_BUILD = FeatureExtractor.SCHEMA.hash();

  /** Measured by this build. */
  public Measured(Window window, FeatureVector features, WearerReference reference) {
    this(window, features, THIS_BUILD, reference);
  }

  /** Measured by this build, of somebody of whom nothing was known. */
  public Measured(Window window, FeatureVector features) {
    this(window, features, WearerReference.UNKNOWN);
  }

  /** Word that a participant is to be forgotten, as it came. */
  static Measured erasure(Window word) {
    return new Measured(
        word,
        new FeatureVector(
            word.participantId(), word.start(), word.end(), word.erasure(), new double[0], false));
  }

  @Override
  public String erasure() {
    return features.start() == Long.MIN_VALUE ? features.activity() : "";
  }

  /** Whose. */
  public String participantId() {
    return features.participantId();
  }
}
