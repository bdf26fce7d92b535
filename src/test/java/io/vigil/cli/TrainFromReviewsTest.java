package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.activity.Activities;
import io.vigil.feature.FeatureVector;
import io.vigil.learn.Label;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.Registry;
import io.vigil.store.Document;
import io.vigil.store.LabelDocuments;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers answer is what the next model is trained as. */
class TrainFromReviewsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

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

  /** Somebody who does the one thing as everybody else does the other. */
  @Test
  void aWearersOwnModelTakesItsPlaceWithTheProof() throws IOException {
    Map<String, String> others =
        Map.of(
            Activities.WORKING_AT_COMPUTER,
            Activities.WALKING,
            Activities.WALKING,
            Activities.WORKING_AT_COMPUTER);
    List<Document> answers = new ArrayList<>();
    LakeFiles.in(lake.toString())
        .read(
            example -> {
              FeatureVector window = example.scored().measured().features();
              String answer = others.get(window.activity());
              if (answer != null) {
                answers.add(
                    says("ann", window.participantId(), window.start(), window.end(), answer));
              }
            });
    keep(answers);

    CommandRun nobody = personal("9");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.err()).contains("No window of 9", "that reviewers agree on");
    JsonNode made = personal("2", "--promote", "--why", "own gait", "--json").succeeded().json();

    assertThat(made.get("promoted").asBoolean()).isTrue();
    Promotion promotion =
        new Registry(folder.resolve("models"))
            .history()
            .holder(Place.ofParticipant("2"))
            .orElseThrow();
    assertThat(promotion.model()).isEqualTo(made.get("model").asText());
    assertThat(promotion.why()).isEqualTo("own gait");
    assertThat(promotion.gate().get(0).figures().get("own"))
        .isLessThan(promotion.gate().get(0).figures().get("everybodys"));
  }

  @Test
  void aLakeCanBeLookedAt() throws IOException {
    Path page = folder.resolve("report.html");
    says("ann", "1", Activities.STANDING);
    JsonNode made =
        vigil.vigil("explore", "--lake", lake, "--json", "--out", page).succeeded().json();

    assertThat(made.get("windows").asInt()).isPositive();
    assertThat(Files.readString(page)).contains("the lake " + lake, "id=\"signals\"");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(vigil.vigil("explore", "--lake", empty).err()).contains("holds no examples");
  }

  private CommandRun personal(String participant, Object... more) throws IOException {
    return vigil.vigil(
        Arguments.of(
            more,
            "personal",
            "train",
            "--participant",
            participant,
            "--name",
            "own",
            "--model",
            Path.of(System.getProperty("vigil.home", "."))
                .resolve("models/chest/1/model.vigil-model")
                .toRealPath(),
            "--registry",
            folder.resolve("models"),
            "--lake",
            lake));
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

  /** Of a whole recording. */
  private void says(String reviewer, String participant, String activity) {
    long start = Moments.micros(START);
    long end = Moments.micros(START.plus(2, ChronoUnit.DAYS));
    keep(List.of(says(reviewer, participant, start, end, activity)));
  }

  private static Document says(
      String reviewer, String participant, long start, long end, String activity) {
    return LabelDocuments.of(new Label(participant, start, end, activity, reviewer, end));
  }

  private void keep(List<Document> answers) {
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      store.upsert(answers);
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
