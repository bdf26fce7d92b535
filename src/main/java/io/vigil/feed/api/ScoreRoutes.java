package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.RequestBody;
import io.vigil.model.Model;
import io.vigil.store.Documents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What the model says of samples that somebody sends. They are not kept. */
public final class ScoreRoutes implements FeedModule {
  private static final Set<String> FIELDS = Set.of("rateHz", "unit", "x", "y", "z", "start");
  private static final double STEPS = 10_000;

  private final WindowScorer scorer;
  private final InstantSource clock;

  public ScoreRoutes(WindowScorer scorer, InstantSource clock) {
    this.scorer = scorer;
    this.clock = clock;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.post("/v1/score", this::score);
  }

  private void score(Context to) {
    ObjectNode body = RequestBody.read(to, FIELDS);
    body.put("participantId", "score");
    if (!body.hasNonNull("start")) {
      body.put("start", startOfAWindow().toString());
    }
    List<Prediction> predictions = scorer.score(body.toString().getBytes(StandardCharsets.UTF_8));
    ObjectNode answer = Json.object();
    Model model = scorer.model();
    answer
        .putObject("model")
        .put("name", model.id().ref().name())
        .put("version", model.id().ref().version())
        .put("sha256", model.id().ref().sha256());
    ArrayNode windows = answer.putArray("windows");
    predictions.forEach(window -> windows.add(json(window, model.manifest().classes())));
    answer.put(
        "note",
        predictions.isEmpty()
            ? "The samples fill no whole window; expected %d s or more without a gap"
                .formatted(FeatureExtractor.SCHEMA.windowMillis() / 1000)
            : "");
    Json.send(to, answer);
  }

  /** Windows lie at whole multiples of the hop, so the first begins with the first sample. */
  private Instant startOfAWindow() {
    long hop = FeatureExtractor.SCHEMA.hopMillis();
    return Instant.ofEpochMilli(clock.millis() / hop * hop);
  }

  private static ObjectNode json(Prediction window, List<String> classes) {
    ObjectNode json =
        Json.object()
            .put("start", Documents.iso(window.start()))
            .put("end", Documents.iso(window.end()))
            .put("activity", window.activity())
            .put("confidence", rounded(window.confidence()));
    ObjectNode probabilities = json.putObject("probabilities");
    for (int i = 0; i < classes.size(); i++) {
      probabilities.put(classes.get(i), rounded(window.probabilities()[i]));
    }
    return json;
  }

  private static double rounded(double probability) {
    return Math.round(probability * STEPS) / STEPS;
  }
}
