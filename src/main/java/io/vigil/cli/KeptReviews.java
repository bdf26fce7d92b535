package io.vigil.cli;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.Reason;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import io.vigil.store.ReviewDocuments;
import io.vigil.train.ReviewedAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How good models are by what reviewers said of windows that were drawn by chance. */
final class KeptReviews {

  /** One model's. */
  record OfModel(ModelRef model, ReviewedAccuracy reviewed) {}

  /**
   * Of every model that has windows drawn by chance in a store, whether anybody answered or not.
   */
  static List<OfModel> in(DocumentStore store) {
    Map<String, List<Prediction>> byModel = new TreeMap<>();
    store.scan(
        Container.REVIEWS,
        document -> {
          Question asked = read(document.body());
          // Those asked about because the model was unsure make it look worse than it is.
          if (asked.reason() == Reason.UNIFORM) {
            byModel
                .computeIfAbsent(asked.model().sha256(), sha256 -> new ArrayList<>())
                .add(prediction(asked));
          }
        });
    List<Label> labels = KeptLabels.of(store);
    return byModel.values().stream()
        .map(own -> new OfModel(own.get(0).model(), ReviewedAccuracy.of(labels, own)))
        .toList();
  }

  private static Question read(String body) {
    try {
      return ReviewDocuments.read(body);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("The store: " + e.getMessage(), e);
    }
  }

  private static Prediction prediction(Question asked) {
    return new Prediction(
        asked.participantId(),
        asked.start(),
        asked.end(),
        asked.activity(),
        asked.confidence(),
        asked.probabilities().values().stream().mapToDouble(Double::doubleValue).toArray(),
        "",
        asked.model());
  }

  private KeptReviews() {}
}
