package io.vigil.learn;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scored;
import io.vigil.window.Window;

/** Word of an erasure as it comes behind scored windows. */
public final class ErasedScore {

  public static Scored of(String participantId, String erasure) {
    return new Scored(measured(participantId, erasure), Prediction.erasure(participantId, erasure));
  }

  /** The same as it comes behind windows that were measured. */
  public static Measured measured(String participantId, String erasure) {
    return new Measured(
        Window.erasure(participantId, erasure),
        new FeatureVector(participantId, Long.MIN_VALUE, Long.MIN_VALUE, erasure, new double[0]));
  }

  private ErasedScore() {}
}
