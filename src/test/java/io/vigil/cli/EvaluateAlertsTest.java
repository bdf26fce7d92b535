package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.train.fall.MadeUpTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of the whole job are compared with what happened. */
class EvaluateAlertsTest {
  @TempDir static Path folder;
  private static Path day;
  private static Path truth;

  @BeforeAll
  static void record() {
    vigil(
            "generate",
            "--people",
            2,
            "--falls",
            1,
            "--gaps",
            0,
            "--hours",
            2,
            "--compress",
            10,
            "--out",
            folder.resolve("day"))
        .succeeded();
    day = folder.resolve("day").resolve("workday.jsonl.gz");
    truth = folder.resolve("day").resolve("truth.json");
  }

  /** Seen red with: no time left out for the gap. */
  @Test
  void whatHappenedIsFoundAndNothingElse() {
    JsonNode report = evaluate(day, "--truth", truth, "--splice", "--json").succeeded().json();

    assertThat(report.at("/model/name").asText()).isEqualTo("fall");
    assertThat(report.at("/fall/all/falls").asInt()).isEqualTo(1);
    assertThat(report.at("/fall/all/sensitivity").asDouble()).isEqualTo(1);
    assertThat(report.at("/fall/falseAlarms").asInt()).isZero();
    assertThat(report.at("/fall/hours").asDouble()).isBetween(0.39, 0.41);
    assertThat(report.at("/fall/delaySeconds/falls").asInt()).isEqualTo(1);
    assertThat(report.at("/fall/delaySeconds/longest").asDouble()).isBetween(1.0, 3.0);
    for (String what : new String[] {"inactivity", "silence"}) {
      JsonNode score = report.at("/spliced/" + what);
      assertThat(score.get("spliced").asInt()).as(what).isEqualTo(2);
      assertThat(score.get("recall").asDouble()).as(what).isEqualTo(1);
      assertThat(score.get("falseAlarms").asInt()).as(what).isZero();
    }
  }

  /** Seen red with: every recording taken for a day. */
  @Test
  void trialsAreToldByTheirNamesAndPeopleReadItInLines() throws IOException {
    Path trials = MadeUpTrials.write(folder.resolve("trials.csv"), 1);
    CommandRun run = evaluate(trials).succeeded();

    assertThat(run.out())
        .contains("Falls told by fall:1", "of %d falls found)".formatted(MadeUpTrials.REPETITIONS))
        .contains("of %d trials without a fall quiet)".formatted(MadeUpTrials.REPETITIONS))
        .contains("a person-day", "delay after the impact: median 2.5", "worst people:", "  P1  ")
        .doesNotContain("spliced");
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"seed\": 1}");
    Path others =
        Files.writeString(
            folder.resolve("others.json"), Files.readString(truth).replaceAll("\"p\\d", "\"q"));
    refused("--truth is given, expected --alerts", "evaluate", day, "--truth", truth);
    refused("--splice is given, expected --alerts", "evaluate", day, "--splice");
    refused("--seed is given, expected --splice", "evaluate", day, "--alerts", "--seed", 2);
    refused("--classes is given", "evaluate", day, "--alerts", "--classes", 5);
    refused("wrong.json: ", "evaluate", day, "--alerts", "--truth", wrong);
    refused("cannot be read", "evaluate", day, "--alerts", "--truth", folder.resolve("none"));
    refused("expected the same people", "evaluate", day, "--alerts", "--truth", others);
  }

  private static void refused(String says, Object... arguments) {
    CommandRun run = vigil(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("vigil: ").contains(says);
    assertThat(run.out()).isEmpty();
  }

  private static CommandRun evaluate(Object... more) {
    return vigil(Arguments.of(more, "evaluate", "--alerts"));
  }
}
