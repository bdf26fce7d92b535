package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.Manifest;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places are given to models, refused, forced, given back and emptied. */
class PromotionCommandsTest {
  private static final ModelArtifact MODEL =
      TrainedModels.forest(1, 3, 12, FeatureExtractor.SCHEMA);

  @TempDir Path folder;

  @BeforeEach
  void addThreeModels() throws IOException {
    Registry registry = new Registry(folder);
    for (double f1 : new double[] {0.700, 0.600, 0.695}) {
      registry.add("walk", measured(f1), versioned -> "card");
    }
  }

  @Test
  void theFirstChampionHoldsForEverythingAndTheNextFromSoonOn() {
    assertThat(run("promote", "walk:1").json().at("/promotion/from").asText()).isEqualTo("always");

    Instant before = Instant.now();
    JsonNode next = run("promote", "walk:3", "--why", "newer", "--by", "ann").json();
    assertThat(next.get("promoted").asBoolean()).isTrue();
    assertThat(Instant.parse(next.at("/promotion/from").asText()))
        .isBetween(before.plus(Duration.ofSeconds(29)), Instant.now().plus(Duration.ofSeconds(31)));
    assertThat(next.at("/promotion/by").asText()).isEqualTo("ann");
    assertThat(next.at("/promotion/why").asText()).isEqualTo("newer");

    JsonNode given = run("promote", "walk:1", "--from", "2026-01-01T00:00:00Z").json();
    assertThat(given.at("/promotion/from").asText()).isEqualTo("2026-01-01T00:00:00Z");
  }

  /** Seen red with: the figures not asked whether they were passed. */
  @Test
  void aWorseModelIsRefusedWithTheFigures() {
    run("promote", "walk:1").succeeded();

    CommandRun refused = vigil("models", "promote", "walk:2", "--registry", folder);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("walk:2 0.600, walk:1 in force 0.700, may be lower by 0.010: refused")
        .contains("the model in force stays; --force promotes it");
    CommandRun json = run("promote", "walk:2");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.json().get("promoted").asBoolean()).isFalse();
    assertThat(json.json().at("/gate/0/figures/candidate").asDouble()).isEqualTo(0.6);
    assertThat(run("history").json()).hasSize(1);

    run("promote", "walk:2", "--margin", "0.2").succeeded();
  }

  @Test
  void whatIsForcedIsKnownAsForced() {
    run("promote", "walk:1").succeeded();
    run("promote", "walk:2", "--force").succeeded();
    JsonNode forced = run("history").json().get(1);
    assertThat(forced.get("forced").asBoolean()).isTrue();
    assertThat(forced.at("/gate/0/passed").asBoolean()).isFalse();
    assertThat(vigil("models", "history", "--registry", folder).succeeded().out())
        .contains("champion given to walk:2", "forced against the gate", "walk:2 0.600");

    run("promote", "walk:1", "--force").succeeded();
    assertThat(run("history").json().get(2).get("forced").asBoolean())
        .as("the gate had nothing against it")
        .isFalse();
  }

  @Test
  void placesOfSomeAreEmptiedAndGivenBack() {
    run("promote", "walk:1").succeeded();
    run("promote", "walk:3", "--place", "champion@frail").succeeded();
    assertThat(aliases("walk:3").toString()).isEqualTo("[\"champion@frail\"]");
    run("withdraw", "champion@frail").succeeded();
    assertThat(aliases("walk:3").toString()).isEqualTo("[]");
    JsonNode back = run("rollback", "--place", "champion@frail").json();
    assertThat(back.get("model").asText()).isEqualTo("walk:3");
    assertThat(back.get("revision").asLong()).isEqualTo(4);
  }

  @Test
  void aChallengerServesNobodyAndIsLetIn() {
    run("promote", "walk:1").succeeded();
    JsonNode challenger = run("promote", "walk:2", "--place", "challenger").json();
    assertThat(challenger.get("promoted").asBoolean()).isTrue();
    assertThat(challenger.get("gate")).isEmpty();
  }

  @Test
  void aModelOfOtherWindowsIsRefusedEvenByForce() throws IOException {
    new Registry(folder).add("other", TrainedModels.forest(1, 3, 12), versioned -> "card");
    CommandRun refused = run("promote", "other", "--force");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("other:1 has feature schema", "this build expects");
    assertThat(run("history").json()).isEmpty();
  }

  @Test
  void aPlaceIsNotGivenBackToAModelOfOtherWindows() throws IOException {
    Registry registry = new Registry(folder);
    registry.add("other", TrainedModels.forest(1, 3, 12), versioned -> "card");
    registry.promote(
        "other",
        new PromotionOrder(Place.CHAMPION, Promotion.ALWAYS, Instant.now(), "ann", ""),
        registry.history());
    run("promote", "walk:1", "--force").succeeded();
    assertThat(run("rollback").err()).contains("other:1 has feature schema");
    assertThat(run("history").json()).hasSize(2);
  }

  @Test
  void falseAlertsAreCountedInAReplay() {
    run("promote", "walk:1").succeeded();
    Path day = folder.resolve("day");
    vigil(
            "generate",
            "--people",
            1,
            "--hours",
            2,
            "--compress",
            24,
            "--format",
            "csv",
            "--out",
            day)
        .succeeded();
    JsonNode promoted = run("promote", "walk:3", "--replay", day.resolve("workday.csv.gz")).json();
    assertThat(promoted.get("promoted").asBoolean()).isTrue();
    JsonNode alerts = promoted.at("/gate/1");
    assertThat(alerts.get("measure").asText()).isEqualTo("falseAlertsAPersonDay");
    assertThat(alerts.at("/figures/candidate").asDouble()).isZero();
    assertThat(alerts.get("says").asText()).contains("in 0.00 person-days");
  }

  private CommandRun run(Object... arguments) {
    return vigil(Arguments.of(arguments, "models", "--json", "--registry", folder));
  }

  private JsonNode aliases(String reference) {
    for (JsonNode model : run("list").json()) {
      if (reference.equals(model.get("name").asText() + ":" + model.get("version").asInt())) {
        return model.get("aliases");
      }
    }
    throw new AssertionError("No model is " + reference);
  }

  private static ModelArtifact measured(double macroF1) {
    Manifest m = MODEL.manifest();
    Manifest changed =
        new Manifest(
            m.featureSchema(),
            m.featureSchemaHash(),
            m.classScheme(),
            m.classes(),
            m.deviceProfile(),
            m.trainedOn(),
            m.recipe(),
            new Metrics(LeaveOnePersonOut.METHOD, 100, macroF1, macroF1, Map.of()),
            m.smoothing(),
            m.goldenVectors(),
            m.profile());
    return ModelArtifact.of("walk", TrainedModels.NOON, changed, MODEL.forest());
  }
}
