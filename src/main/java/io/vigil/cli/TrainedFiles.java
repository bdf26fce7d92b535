package io.vigil.cli;

import io.vigil.model.ModelArtifact;
import io.vigil.train.Evaluation;
import io.vigil.train.ModelCard;
import java.util.Map;

/** What lies beside a trained model in its registry. */
final class TrainedFiles {
  /** How it does on each person left out. */
  static final String EVALUATION = "evaluation.json";

  static final String CARD = "card.md";

  static Map<String, String> of(ModelArtifact artifact, Evaluation evaluation) {
    return Map.of(
        CARD, ModelCard.of(artifact), EVALUATION, Json.line(evaluation.by(artifact.id())) + "\n");
  }

  private TrainedFiles() {}
}
