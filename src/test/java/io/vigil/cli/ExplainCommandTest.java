package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody falls and lies still, and an hour later their sensor sends again. */
class ExplainCommandTest {
  @TempDir static Path folder;
  private static Path samples;
  private static Path alerts;
  private static Path settings;
  private static final Map<String, String> IDS = new LinkedHashMap<>();

  @BeforeAll
  static void replay() throws IOException {
    samples = folder.resolve("fall.csv");
    SampleBatch fall = MadeUpMotion.fallAndLie(40, true).at(50, 1);
    Files.writeString(
        samples, "participantId,timestamp,x,y,z\n" + rows(fall, 0) + rows(fall, 3_600_000));
    vigil("replay", "--format", "csv", "--unit", "g", "--out", folder, samples).succeeded();
    alerts = folder.resolve("alerts.jsonl");
    for (String line : Files.readAllLines(alerts)) {
      JsonNode alert = new ObjectMapper().readTree(line);
      IDS.put(alert.get("type").asText(), alert.get("id").asText());
    }
    settings = folder.resolve("vigil.yaml");
    Files.writeString(settings, "store:\n  path: %s\n".formatted(folder.resolve("vigil.db")));
    vigil("replay", "--config", settings, "--format", "csv", "--unit", "g", samples).succeeded();
  }

  @Test
  void showsEachImpactAndWhatCameAfter() {
    String out = vigil("explain", IDS.get("FALL"), "--alerts", alerts, samples).succeeded().out();
    assertThat(out)
        .contains(
            "the detectors raise it again",
            "score",
            "of at least 0.375: fall",
            "intercept",
            "FALL GOES_ON CRITICAL: An impact of 4",
            "lying still for 30 s",
            "History:",
            "raised by vigil");
  }

  @Test
  void theStoreOfTheSettingsSaysTheSame() {
    Object[] asked = {"explain", IDS.get("FALL"), samples};
    CommandRun fromFile = vigil(Arguments.of(new Object[] {"--alerts", alerts}, asked));
    CommandRun fromStore = vigil(Arguments.of(new Object[] {"--config", settings}, asked));
    assertThat(fromStore.succeeded().out()).isEqualTo(fromFile.succeeded().out());
  }

  @Test
  void jsonSaysWhatTheDetectorsSaw() {
    JsonNode json =
        vigil("explain", IDS.get("FALL"), "--alerts", alerts, "--json", samples).succeeded().json();
    assertThat(json.get("source").asText()).isEqualTo("files");
    assertThat(json.get("raisedAgain").asBoolean()).isTrue();
    assertThat(json.get("impacts").findValuesAsText("verdict")).contains("fall", "no fall");
    for (JsonNode impact : json.get("impacts")) {
      double sum = impact.get("intercept").asDouble();
      for (JsonNode term : impact.get("terms")) {
        sum += term.get("contribution").asDouble();
      }
      assertThat(impact.get("score").asDouble())
          .isCloseTo(1 / (1 + StrictMath.exp(-sum)), within(1e-9));
    }
    assertThat(json.at("/alert/id").asText()).isEqualTo(IDS.get("FALL"));
  }

  @Test
  void silenceIsAGapWithItsCause() {
    String out =
        vigil("explain", IDS.get("SILENCE"), "--alerts", alerts, samples).succeeded().out();
    assertThat(out)
        .contains(
            "no samples from ", " 59 min", "Samples come again; those of the gap are missing");
  }

  @Test
  void anUnusualDayIsExplainedByItsNumbers() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode alert = (ObjectNode) mapper.readTree(Files.readAllLines(alerts).get(0));
    String id = "p_unusualDay_2026-01-05T00:00:00Z";
    alert.put("id", id).put("type", "UNUSUAL_DAY").put("startTs", "2026-01-05T00:00:00Z");
    alert
        .putObject("evidence")
        .put("sentence", "walking took 60 min less than usual.")
        .put("minutesFromUsual", -60)
        .put("share", 0.05)
        .put("usualShare", 0.12)
        .put("deviations", 4.25)
        .put("days", 14);
    Path file = folder.resolve("unusual.jsonl");
    Files.writeString(file, mapper.writeValueAsString(alert));

    assertThat(vigil("explain", id, "--alerts", file).succeeded().out())
        .contains(
            "5 % of the observed time, against a median of 12 % on 14 days before: 4.3 robust standard deviations, -60 min")
        .contains("The alert holds no samples");
  }

  /** Seen red with: nothing said of where the samples are from. */
  @Test
  void withoutFilesOnlyTheAlertsOwnSecondsAreKnown() {
    String out = vigil("explain", IDS.get("FALL"), "--alerts", alerts).succeeded().out();
    assertThat(out).contains("Only these seconds are known").doesNotContain("Impacts:");
  }

  @Test
  void whatCannotBeExplainedIsRefusedWithWhatWasSeen() throws IOException {
    refused(
        "has no alert 'p9_fall_", "explain", "p9_fall_2026-01-01T00:00:00Z", "--alerts", alerts);
    for (String unknown : List.of("fall", "p9_fall_2026-01-01T00:00:00Z")) {
      CommandRun run = vigil("explain", unknown, "--config", settings);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("No alert has the id '" + unknown + "'");
    }
    refused("cannot be read", "explain", "x", "--alerts", folder.resolve("none.jsonl"));
    refused("line 1: This is no document", "explain", "x", "--alerts", samples);
    refused("--minutes is 0", "explain", "x", "--alerts", alerts, "--minutes", 0);
    Path other = folder.resolve("other.csv");
    Files.writeString(other, Files.readString(samples).replace("\np,", "\nq,"));
    refused(
        "no samples of 'p' but of 1 others, such as [q]",
        "explain",
        IDS.get("FALL"),
        "--alerts",
        alerts,
        other);
    vigil("explain", IDS.get("FALL"), "--alerts", alerts, "--participant", "q", other).succeeded();
  }

  private static void refused(String message, Object... arguments) {
    CommandRun run = vigil(arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  private static String rows(SampleBatch s, long laterMillis) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < s.size(); i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%.4f,%.4f,%.4f%n",
              s.participantId(),
              s.times()[i] / 1000 + laterMillis,
              s.x()[i] / (double) SampleBatch.PER_G,
              s.y()[i] / (double) SampleBatch.PER_G,
              s.z()[i] / (double) SampleBatch.PER_G));
    }
    return rows.toString();
  }
}
