package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.activity.ClassScheme;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often models were right, by what the simulated people really did. */
final class DemoScore {
  private final NewDocuments predictions;
  private final DemoTruth truth;
  private final ClassScheme scheme;
  private final Map<String, Share> shares = new TreeMap<>();

  /**
   * Right windows of all that one model scored of one participant.
   *
   * @param right with the class of what they did
   * @param windows of which it is known what they did
   */
  record Share(int right, int windows) {
    static final Share NONE = new Share(0, 0);

    Share and(boolean isRight) {
      return new Share(right + (isRight ? 1 : 0), windows + 1);
    }

    @Override
    public String toString() {
      return windows == 0
          ? "no windows"
          : String.format(Locale.ROOT, "%.2f of %d windows", (double) right / windows, windows);
    }
  }

  DemoScore(DocumentStore store, DemoTruth truth, ClassScheme scheme) {
    this.predictions = new NewDocuments(store, Container.PREDICTIONS);
    this.truth = truth;
    this.scheme = scheme;
  }

  /** Takes in what was scored meanwhile. */
  void look() {
    for (Document document : predictions.next()) {
      JsonNode window = Json.read(document.body());
      long end = Moments.micros(Instant.parse(window.path("end").asText()));
      truth
          .during(document.participantId(), document.time(), end)
          .flatMap(scheme::classOf)
          .ifPresent(
              really ->
                  shares.merge(
                      key(document.participantId(), window.path("model").path("name").asText()),
                      Share.NONE.and(really.equals(window.path("activity").asText())),
                      (one, other) ->
                          new Share(one.right + other.right, one.windows + other.windows)));
    }
  }

  /** The windows of a participant that a model scored. */
  Share of(String participantId, String model) {
    return shares.getOrDefault(key(participantId, model), Share.NONE);
  }

  private static String key(String participantId, String model) {
    return participantId + "/" + model;
  }
}
