package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.RealRecordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What answers are worth, on real recordings with a small forest. */
class PersonalCommandTest {
  private static final Set<String> THREE = Set.of("3.csv", "5.csv", "7.csv");

  /** Seen red with: a wearer's windows never counted as known. */
  @Test
  void answersAboutTheFirstHalfMakeTheSecondHalfBetterAndNobodyMuchWorse() throws IOException {
    List<Object> arguments =
        new ArrayList<>(
            List.of("personal", "study", "--format", "uci287", "--trees", 10, "--json"));
    for (Path file : RealRecordings.files("uci-chest", ".csv")) {
      if (THREE.contains(file.getFileName().toString())) {
        arguments.add(file);
      }
    }

    JsonNode report = vigil(arguments.toArray()).succeeded().json();

    assertThat(report.at("/rows")).hasSize(THREE.size());
    for (JsonNode row : report.at("/rows")) {
      assertThat(row.at("/answers").asInt()).isBetween(50, 60);
      assertThat(row.at("/inUse").asDouble())
          .as("%s", row)
          .isGreaterThan(row.at("/common").asDouble() - 0.05);
    }
    assertThat(report.at("/gain").asDouble()).isGreaterThan(0.05);
  }

  @Test
  void whatCannotBeReviewedIsRefused() {
    CommandRun run = vigil("personal", "study", "--reviewed", 0, "nowhere.csv");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--reviewed is 0, --curve 0 and --pooled 0, expected 1 to 1000");
  }

  @Test
  void aPictureOfNoCurveIsRefused() {
    CommandRun run = vigil("personal", "study", "--picture", "curve.png", "nowhere.csv");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--picture is given without --curve");
  }
}
