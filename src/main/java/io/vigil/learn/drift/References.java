package io.vigil.learn.drift;

import io.vigil.feature.FeatureExtractor;
import io.vigil.model.StandingModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is known of the training of models. */
public final class References {
  private final Function<String, Optional<Reference>> models;
  private final Map<String, Reference> known = new HashMap<>();

  /**
   * @param models by sha256
   */
  References(Function<String, Optional<Reference>> models) {
    this.models = models;
  }

  /** Those that score in this process: a window's model is there as long as the window is. */
  static References ofThisProcess() {
    return new References(sha256 -> StandingModel.named(sha256).map(References::of));
  }

  private static Reference of(StandingModel model) {
    return new Reference(
        model.profile(), FeatureExtractor.SCHEMA.names(), List.of(model.classes()));
  }

  /** The reference of a model, or null where its training is not known. */
  public Reference of(String sha256) {
    Reference reference = known.get(sha256);
    if (reference == null) {
      reference = models.apply(sha256).orElse(null);
      if (reference != null) {
        known.put(sha256, reference);
      }
    }
    return reference == null || reference.isNone() ? null : reference;
  }
}
