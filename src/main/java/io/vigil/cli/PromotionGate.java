package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.Alert;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.GateFigure;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionHistory;
import io.vigil.model.Registry;
import io.vigil.train.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the gate about a model of a registry.
 *
 * @param gate with its margins
 * @param registry that has both models
 * @param alerts counts the false alerts of a model; none where there are no files to replay
 */
record PromotionGate(Gate gate, Registry registry, Optional<FalseAlertCount> alerts) {

  /** Counts what a model's answers call caregivers for. */
  interface FalseAlertCount {
    Gate.FalseAlerts of(ModelArtifact model) throws IOException;
  }

  /**
   * What the gate sees of a model that shall have a place. Nothing is asked where nobody would be
   * served by it, or nobody else is there to compare with.
   *
   * @throws io.vigil.model.ModelRefused if the model is not for this build: no gate lets it through
   */
  List<GateFigure> figures(String reference, Place place, PromotionHistory history)
      throws IOException {
    ModelArtifact candidate = fitting(registry, reference);
    Optional<String> inForce = inForce(place, history);
    if (inForce.isEmpty() || place.equals(Place.CHALLENGER)) {
      return List.of();
    }
    if (inForce.get().equals(candidate.id().reference())) {
      return List.of();
    }
    ModelArtifact other = ModelArtifact.read(registry.resolve(inForce.get()));
    List<GateFigure> figures = new ArrayList<>();
    figures.add(gate.macroF1(contender(candidate), contender(other)));
    figures.add(
        alerts.isEmpty()
            ? Gate.noReplay()
            : gate.falseAlerts(
                candidate.id().reference(),
                alerts.get().of(candidate),
                other.id().reference(),
                alerts.get().of(other)));
    return List.copyOf(figures);
  }

  /**
   * A model that this build can score with.
   *
   * @throws io.vigil.model.ModelRefused if it is altered, or made for other windows
   */
  static ModelArtifact fitting(Registry registry, String reference) throws IOException {
    ModelArtifact artifact = ModelArtifact.read(registry.resolve(reference));
    Model.load(artifact).expecting(FeatureExtractor.SCHEMA);
    return artifact;
  }

  /** Who serves the people of a place today: its holder, or the champion. */
  private static Optional<String> inForce(Place place, PromotionHistory history) {
    return history.holder(place).or(() -> history.holder(Place.CHAMPION)).map(Promotion::model);
  }

  private Gate.Contender contender(ModelArtifact artifact) throws IOException {
    String reference = artifact.id().reference();
    Map<String, Double> byPerson = new HashMap<>();
    String kept = registry.beside(reference, TrainedFiles.EVALUATION);
    if (!kept.isEmpty()) {
      JsonNode people = Json.read(kept).path("perPerson");
      people
          .fieldNames()
          .forEachRemaining(id -> byPerson.put(id, people.path(id).path("macroF1").asDouble()));
    }
    return new Gate.Contender(reference, artifact.manifest(), byPerson);
  }

  /** Whether an alert was raised by what a model said of somebody's windows. */
  static boolean isBy(ModelArtifact model, Alert alert) {
    return !alert.key().type().technical()
        && alert.origin().model().sha256().equals(model.id().sha256());
  }
}
