package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay leaves in a lake trains a model, by itself or beside files. */
class TrainFromLakeTest {
  @TempDir static Path folder;
  private static Recordings recordings;
  private static Path lake;
  private static long labelled;

  @BeforeAll
  static void replayLabelledFiles() {
    recordings = Recordings.into(folder);
    labelled = recordings.train("--json").succeeded().json().get("windows").asLong();
    lake = folder.resolve("lake");
    for (String person : Recordings.PEOPLE) {
      replay(person);
    }
  }

  /** Each person's part, and one of them by two runs. */
  @Test
  void byItself() {
    replay("2");
    JsonNode report = train("--lake", lake, "--json").json();

    assertThat(report.get("windows").asLong()).isPositive().isLessThanOrEqualTo(labelled);
    assertThat(report.get("perPerson").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Recordings.PEOPLE);
    assertThat(report.at("/model/sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(train("--lake", lake, "--json").json().at("/model/sha256"))
        .isEqualTo(report.at("/model/sha256"));
  }

  /** One person from a file, and all of them from the lake: every window once. */
  @Test
  void besideFiles() {
    JsonNode alone = train("--lake", lake, "--json").json();
    JsonNode both =
        train(
                "--lake",
                lake,
                "--json",
                "--format",
                "uci287",
                recordings.labelled("1"),
                recordings.labelled("2"))
            .json();

    long more = both.get("windows").asLong();
    assertThat(more).isBetween(alone.get("windows").asLong(), labelled);
  }

  @Test
  void saysWhatBecameOfTheExamples() {
    assertThat(train("--lake", lake).out())
        .contains("The lake has", "windows to train on", "left out:");
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    Path broken = folder.resolve("broken");
    Path file = firstFile();
    Files.createDirectories(broken);
    byte[] half = Files.readAllBytes(file);
    Files.write(broken.resolve("half.parquet"), java.util.Arrays.copyOf(half, half.length / 2));

    CommandRun run = vigil("train", "--lake", broken, "--registry", folder.resolve("new"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err().toLowerCase(Locale.ROOT))
        .contains("half.parquet", "expected a file that the job wrote");
  }

  private static Path firstFile() throws IOException {
    try (Stream<Path> all = Files.walk(lake)) {
      return all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private static void replay(String person) {
    vigil(
            "replay",
            "--format",
            "uci287",
            "--registry",
            recordings.registry(),
            "--out",
            folder.resolve("out" + person),
            "--lake",
            lake,
            recordings.labelled(person))
        .succeeded();
  }

  private static CommandRun train(Object... arguments) {
    return vigil(
            Arguments.of(
                arguments,
                "train",
                "--classes",
                5,
                "--trees",
                5,
                "--registry",
                folder.resolve("from-lake")))
        .succeeded();
  }
}
