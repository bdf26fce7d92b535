package io.vigil.cli;

import io.vigil.model.ModelArtifact;
import io.vigil.train.DatasetCard;
import io.vigil.train.Evaluation;
import io.vigil.train.ModelCard;
import java.util.Map;

/** What lies beside a trained model in its registry, for people and for the gate. */
final class TrainedFiles {
  /** How it does on each person left out. */
  static final String EVALUATION = "evaluation.json";

  /** By the name of their file. */
  static Map<String, String> of(
      ModelArtifact artifact, Evaluation evaluation, DatasetCard dataset) {
    return Map.of(
        "card.md",
        ModelCard.of(artifact),
        "dataset.md",
        dataset.markdown(),
        "dataset.json",
        Json.line(dataset) + "\n",
        EVALUATION,
        Json.line(evaluation.by(artifact.id())) + "\n");
  }

  private TrainedFiles() {}
}
