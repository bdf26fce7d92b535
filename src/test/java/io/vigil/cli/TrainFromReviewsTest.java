package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.activity.Activities;
import io.vigil.learn.Label;
import io.vigil.store.LabelDocuments;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers answer is what the next model is trained as. */
class TrainFromReviewsTest {
  private static final String START = "2026-01-01T00:00:00Z";

  @TempDir static Path recorded;
  private static Path lake;

  @TempDir Path folder;
  private AlertsSetUp vigil;

  @BeforeAll
  static void replayLabelledFiles() {
    Path files = recorded.resolve("files");
    CommandRun.vigil(
            "generate",
            "--people",
            3,
            "--hours",
            2,
            "--compress",
            24,
            "--format",
            "uci287",
            "--out",
            files)
        .succeeded();
    lake = recorded.resolve("lake");
    CommandRun.vigil(
            "replay",
            "--format",
            "uci287",
            "--out",
            recorded.resolve("out"),
            "--lake",
            lake,
            files.resolve("1.csv"),
            files.resolve("2.csv"),
            files.resolve("3.csv"))
        .succeeded();
  }

  @BeforeEach
  void noStoreYet() throws IOException {
    vigil = AlertsSetUp.in(folder);
  }

  /** Seen red with: a reading of the lake that asks nobody. */
  @Test
  void aSettledAnswerIsTheLabelAndAContestedOneIsNone() {
    JsonNode asSent = trained();
    long own = asSent.at("/perPerson/1/windows").asLong();
    assertThat(standing(asSent)).isLessThan(asSent.get("windows").asLong() - own);

    says("ann", "1", Activities.STANDING);
    JsonNode asAnswered = trained();
    assertThat(asAnswered.at("/perPerson/1/windows").asLong()).isGreaterThanOrEqualTo(own);
    assertThat(standing(asAnswered)).isGreaterThan(standing(asSent)).isGreaterThanOrEqualTo(own);

    says("bob", "1", Activities.WALKING);
    assertThat(trained().get("perPerson").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("2", "3");
  }

  @Test
  void newAnswersAreAReasonToTrain() {
    says("ann", "1", Activities.STANDING);
    says("bob", "1", Activities.WALKING);
    assertThat(nightly()).contains("there is no model in force");
    assertThat(nightly()).contains("Nothing to do: 0 new labelled windows");

    says("cid", "1", Activities.STANDING);
    assertThat(nightly()).contains("new labelled windows, 50 are worth it");
  }

  private String nightly() {
    return train("--lake", lake, "--trigger", "--min-labels", 50).succeeded().out();
  }

  private static long standing(JsonNode report) {
    int row = -1;
    for (int i = 0; i < report.get("labels").size(); i++) {
      row = report.get("labels").get(i).asText().equals(Activities.STANDING) ? i : row;
    }
    long windows = 0;
    for (JsonNode said : report.get("confusion").get(row)) {
      windows += said.asLong();
    }
    return windows;
  }

  private void says(String reviewer, String participant, String activity) {
    Instant start = Instant.parse(START);
    Label label =
        new Label(
            participant,
            Moments.micros(start),
            Moments.micros(start.plus(2, ChronoUnit.DAYS)),
            activity,
            reviewer,
            Moments.micros(start.plus(3, ChronoUnit.DAYS)));
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      store.upsert(List.of(LabelDocuments.of(label)));
    }
  }

  private JsonNode trained() {
    return train("--lake", lake, "--json").succeeded().json();
  }

  private CommandRun train(Object... arguments) {
    return vigil.vigil(
        Arguments.of(
            arguments,
            "train",
            "--classes",
            5,
            "--trees",
            5,
            "--registry",
            folder.resolve("models")));
  }
}
