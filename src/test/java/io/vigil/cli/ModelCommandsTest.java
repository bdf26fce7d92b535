package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models are trained, listed, promoted, evaluated and timed. */
class ModelCommandsTest {
  private static final String FILE = "model.vigil-model";

  @TempDir static Path folder;
  private static Recordings recordings;
  private static JsonNode report;

  @BeforeAll
  static void recordAndTrainTwice() {
    recordings = Recordings.into(folder);
    report = recordings.train("--json").succeeded().json();
    recordings.train("--seed", 2, "--same-person", "1,2").succeeded();
  }

  @Test
  void trainReportsOnPeopleItHasNotSeen() {
    assertEvaluation(report);
    assertThat(report.get("perPerson").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Recordings.PEOPLE);
  }

  /** Seen red with: the list turned round. */
  @Test
  void listIsOldestFirst() {
    JsonNode models = list();

    assertThat(models.findValuesAsText("version")).containsExactly("1", "2");
    for (JsonNode model : models) {
      assertThat(model.fieldNames())
          .toIterable()
          .containsExactly("name", "version", "sha256", "path", "aliases", "metrics");
      assertThat(model.get("name").asText()).isEqualTo("chest");
      assertThat(model.get("sha256").asText()).matches("[0-9a-f]{64}");
      assertThat(Files.isRegularFile(Path.of(model.get("path").asText()))).isTrue();
      assertThat(model.at("/metrics/macroF1").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(models.at("/0/sha256").asText()).isEqualTo(report.at("/model/sha256").asText());
    assertThat(models.at("/0/metrics/accuracy").asDouble())
        .isEqualTo(report.get("accuracy").asDouble());
  }

  @Test
  void championChangesAndComesBack() {
    assertThat(list().at("/0/aliases/0").asText()).isEqualTo("champion");

    vigil("models", "promote", "chest:2", "--force", "--registry", recordings.registry())
        .succeeded();
    assertThat(list().at("/1/aliases/0").asText()).isEqualTo("champion");
    assertThat(list().at("/0/aliases/0").asText()).isEqualTo("previous");

    vigil("models", "rollback", "--registry", recordings.registry()).succeeded();
    assertThat(list().at("/0/aliases/0").asText()).isEqualTo("champion");
  }

  @Test
  void showPrintsTheCard() {
    CommandRun card =
        vigil("models", "show", "chest:1", "--registry", recordings.registry()).succeeded();
    assertThat(card.out()).contains("chest", report.at("/model/sha256").asText());
  }

  @Test
  void whatWasTrainedOnLiesBesideTheModel() throws IOException {
    Path beside = recordings.registry().resolve("chest/2");
    JsonNode dataset = new ObjectMapper().readTree(beside.resolve("dataset.json").toFile());
    assertThat(dataset.get("files").findValuesAsText("name"))
        .containsExactly("1.csv", "2.csv", "3.csv");
    assertThat(dataset.at("/files/0/bytes").asLong())
        .isEqualTo(Files.size(recordings.labelled("1")));
    assertThat(dataset.at("/participants/0/hours").asDouble())
        .isEqualTo(300 / 3600.0, within(0.01));
    assertThat(Files.readString(beside.resolve("dataset.md")))
        .contains(dataset.get("windowsSha256").asText(), "1, 2");
    assertThat(Files.readString(beside.resolve("evaluation.json"))).contains("perPerson");
  }

  /** Seen red with: the trigger not asked. */
  @Test
  void nothingIsTrainedWithoutNewLabels() {
    CommandRun run = recordings.train("--trigger", "--min-labels", 1).succeeded();
    assertThat(run.out()).startsWith("Nothing to do: 0 new labelled windows");
    assertThat(list()).hasSize(2);
  }

  /** Seen red with: promotion without a question. */
  @Test
  void trainPromotesThroughTheGate() throws IOException {
    Path other = folder.resolve("other-models");
    Registry registry = new Registry(other);
    registry.add(
        "chest", ModelArtifact.read(recordings.registry().resolve("chest/1/" + FILE)), m -> "card");
    vigil("models", "promote", "chest:1", "--registry", other).succeeded();

    // The model of recordAndTrainTwice() that does worse.
    CommandRun run =
        vigil(
            "train",
            "--promote",
            "--seed",
            2,
            "--same-person",
            "1,2",
            "--format",
            "uci287",
            "--classes",
            5,
            "--trees",
            5,
            "--registry",
            other,
            recordings.labelled("1"),
            recordings.labelled("2"),
            recordings.labelled("3"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Stored chest:2,");
    assertThat(run.err()).contains("chest:2 was not promoted to champion", "chest:1 in force");
    assertThat(registry.history().revision()).isEqualTo(1);
  }

  @Test
  void twoLabelsOfOneTimeAreRefused() throws IOException {
    for (String activity : List.of("Walking", "Standing")) {
      StringBuilder csv = new StringBuilder("participantId,timestamp,x,y,z,activity\n");
      for (int i = 0; i < 500; i++) {
        csv.append("ann,").append(1_767_603_600_000L + i * 20L).append(",0,1,0,");
        csv.append(activity).append('\n');
      }
      Files.writeString(folder.resolve(activity + ".csv"), csv);
    }
    CommandRun run =
        vigil(
            "train",
            "--classes",
            5,
            "--registry",
            folder.resolve("none"),
            folder.resolve("Walking.csv"),
            folder.resolve("Standing.csv"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("Participant ann is said to do", "Walking", "Standing", "09:00:0");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void exportWritesWhatOthersRead() throws IOException {
    Path file = folder.resolve("chest.pmml");
    vigil("models", "export", "chest:1", "--out", file, "--registry", recordings.registry())
        .succeeded();
    assertThat(Files.readString(file))
        .contains("<PMML", report.at("/model/sha256").asText(), "probability(Walking)");
  }

  @Test
  void evaluateHasWhatTheContractSays() {
    JsonNode evaluation =
        vigil(
                "evaluate",
                "--format",
                "uci287",
                "--registry",
                recordings.registry(),
                "--model",
                "chest:1",
                "--json",
                recordings.labelled("1"),
                recordings.labelled("2"))
            .succeeded()
            .json();

    assertEvaluation(evaluation);
    assertThat(evaluation.at("/model/name").asText()).isEqualTo("chest");
    assertThat(evaluation.at("/model/version").asInt()).isEqualTo(1);
    assertThat(evaluation.at("/model/sha256")).isEqualTo(list().at("/0/sha256"));
  }

  @Test
  void benchMeasuresBesideAPassThrough() {
    JsonNode figures =
        vigil(
                "bench",
                "--format",
                "uci287",
                "--registry",
                recordings.registry(),
                "--rounds",
                1,
                "--json",
                recordings.labelled("1"))
            .succeeded()
            .json();

    assertThat(figures.at("/samples/read").asLong()).isEqualTo(300 * 52);
    assertThat(figures.get("samplesPerSecond").asLong()).isPositive();
    assertThat(figures.at("/passThrough/samplesPerSecond").asLong()).isPositive();
    assertThat(figures.get("shareOfPassThrough").asDouble()).isPositive();
  }

  private static void assertEvaluation(JsonNode evaluation) {
    assertThat(evaluation.fieldNames())
        .toIterable()
        .contains("windows", "accuracy", "macroF1", "perClass", "confusion", "labels", "model");
    List<String> labels = new ArrayList<>();
    evaluation.get("labels").forEach(label -> labels.add(label.asText()));
    assertThat(evaluation.get("perClass").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(labels);
    long all = 0;
    long right = 0;
    for (int was = 0; was < labels.size(); was++) {
      for (int said = 0; said < labels.size(); said++) {
        long count = evaluation.get("confusion").get(was).get(said).asLong();
        all += count;
        right += was == said ? count : 0;
      }
    }
    assertThat(evaluation.get("windows").asLong()).isEqualTo(all).isPositive();
    assertThat(evaluation.get("accuracy").asDouble())
        .isEqualTo((double) right / all, within(1e-12));
  }

  private static JsonNode list() {
    return vigil("models", "list", "--json", "--registry", recordings.registry())
        .succeeded()
        .json();
  }
}
