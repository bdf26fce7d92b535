package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.train.fall.MadeUpTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of falls is trained, said to be good or bad, and written. */
class TrainFallsCommandTest {
  @TempDir static Path folder;
  private static Path trials;
  private static Path day;

  @BeforeAll
  static void record() throws IOException {
    trials = MadeUpTrials.write(folder.resolve("trials.csv"), 2);
    vigil(
            "generate",
            "--people",
            1,
            "--falls",
            0,
            "--gaps",
            0,
            "--hours",
            2,
            "--format",
            "uci287",
            "--out",
            folder.resolve("day"))
        .succeeded();
    day = folder.resolve("day").resolve("1.csv");
  }

  /** Seen red with: days that are not called what they are to be called. */
  @Test
  void reportsOnPeopleLeftOutAndWritesModelAndCard() throws IOException {
    Path out = folder.resolve("model");
    JsonNode report =
        train(trials, "--days", day, "--out", out, "--source", "Made up.", "--json")
            .succeeded()
            .json();

    int each = 2 * MadeUpTrials.REPETITIONS;
    assertThat(report.at("/trials/falls").asInt()).isEqualTo(each);
    assertThat(report.at("/trials/others").asInt()).isEqualTo(each);
    assertThat(report.at("/trials/sensitivity").asDouble()).isBetween(0.5, 1.0);
    assertThat(report.at("/byPerson").fieldNames()).toIterable().containsExactly("P1", "P2");
    assertThat(report.at("/byKind").fieldNames()).toIterable().containsExactly("D01", "F01");
    assertThat(report.at("/days").asInt()).isEqualTo(1);
    assertThat(report.at("/daysHours").asDouble()).isGreaterThan(0);

    byte[] model = Files.readAllBytes(out.resolve("fall-model.json"));
    assertThat(FallModelFile.read(model).training().people())
        .containsExactly("P1", "P2", "chest-1");
    assertThat(report.at("/model/sha256").asText())
        .isEqualTo(FallModelFile.read(model).ref().sha256());
    assertThat(out.resolve("fall-model.md")).content().contains("Made up.", "chest-1");

    train(trials, "--days", day, "--out", folder.resolve("again")).succeeded();
    assertThat(folder.resolve("again/fall-model.json")).hasBinaryContent(model);
  }

  /** Seen red with: the setting looked at and not used. */
  @Test
  void theJobUsesTheModelThatTheSettingsName() throws IOException {
    Path out = folder.resolve("used");
    train(trials, "--out", out, "--name", "ours").succeeded();
    Path settings =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            "alerts: {fallModel: " + out.resolve("ours-model.json") + "}\n");
    vigil("--config", settings, "replay", trials, "--out", folder.resolve("replayed"));

    assertThat(folder.resolve("replayed/alerts.jsonl"))
        .content()
        .contains("\"type\":\"FALL\"", "\"name\":\"ours\"");
  }

  @Test
  void rowsThatCannotBeUsedAreSaidAndLeftOut() throws IOException {
    Path broken = folder.resolve("broken.csv");
    Files.writeString(broken, Files.readString(trials) + "P1-F01-R01,noon,1,2,3\n");
    CommandRun run = train(broken, "--out", folder.resolve("broken"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("broken.csv line ", "noon", "left out");
    assertThat(run.out()).contains("sensitivity", "worst people:", "  P1  ");
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    refused(2, "'../up'", trials, "--out", folder.resolve("new"), "--name", "../up");
    refused(1, "is a file", trials, "--out", trials);
    refused(1, "no recording of 99", trials, "--out", folder.resolve("new"), "--same-person", "99");
    refused(2, "--same-person is P1,,P2", trials, "--out", folder, "--same-person", "P1,,P2");
    refused(
        1, "falls of 1 people", trials, "--out", folder.resolve("new"), "--same-person", "P1,P2");
    refused(1, "missing.csv does not exist", folder.resolve("missing.csv"), "--out", folder);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private static void refused(int exitCode, String says, Object... arguments) {
    CommandRun run = train(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).startsWith("vigil: ").contains(says);
    assertThat(run.out()).isEmpty();
  }

  private static CommandRun train(Object... arguments) {
    return vigil(Arguments.of(arguments, "train-falls"));
  }
}
