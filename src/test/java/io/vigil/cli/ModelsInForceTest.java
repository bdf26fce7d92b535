package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models over the same files, and which of them scores a replay. */
class ModelsInForceTest {
  @TempDir static Path folder;
  private static Recordings recordings;

  @BeforeAll
  static void recordAndTrainTwice() {
    recordings = Recordings.into(folder);
    recordings.train().succeeded();
    recordings.train("--seed", 2).succeeded();
  }

  @Test
  void compareSaysWhereTwoModelsDiffer() {
    JsonNode report = compare("chest:1", "chest:2");
    long compared = report.at("/windows/compared").asLong();
    assertThat(compared).isGreaterThan(300);
    assertThat(report.at("/windows/same").asLong()).isBetween(compared / 10, compared - 1);
    long ofB = 0;
    for (JsonNode shares : report.at("/windows/activities")) {
      ofB += shares.path("b").asLong();
    }
    assertThat(ofB).isEqualTo(compared);
    assertThat(report.at("/alerts/both").isNumber()).isTrue();
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    String text =
        vigil(
                "models",
                "compare",
                "chest:1",
                "chest:1",
                "--registry",
                recordings.registry(),
                "--replay",
                recordings.jsonl())
            .succeeded()
            .out();
    assertThat(text)
        .contains("(100.0 %)")
        .containsPattern("\n\\d+ alerts are raised by both\n0 by chest:1 and not by chest:1\n");
  }

  @Test
  void aReplayAsPromotedFollowsTheRegistry() throws IOException {
    Path out = folder.resolve("as-promoted");
    vigil(
            "replay",
            "--as-promoted",
            "--registry",
            recordings.registry(),
            "--out",
            out,
            recordings.jsonl())
        .succeeded();
    List<String> windows = Files.readAllLines(out.resolve("predictions.jsonl"));
    assertThat(windows).isNotEmpty().allMatch(window -> window.contains("\"version\":1"));

    CommandRun both =
        vigil(
            "replay",
            "--as-promoted",
            "--model",
            "chest:2",
            "--registry",
            recordings.registry(),
            "--out",
            out,
            recordings.jsonl());
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--as-promoted follows the registry's champions");
  }

  private static JsonNode compare(String a, String b) {
    return vigil(
            "models",
            "compare",
            a,
            b,
            "--json",
            "--registry",
            recordings.registry(),
            "--replay",
            recordings.jsonl())
        .succeeded()
        .json();
  }
}
