package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in every format go through the job, and nothing of them is lost. */
class ReplayCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Recordings recordings;

  @TempDir Path out;

  @BeforeAll
  static void recordAndTrain() {
    recordings = Recordings.into(folder);
    recordings.train().succeeded();
  }

  @Test
  void labelledFiles() throws IOException {
    JsonNode summary =
        replay(
            "--format",
            "uci287",
            recordings.labelled("1"),
            recordings.labelled("2"),
            recordings.labelled("3"));

    assertThat(summary.at("/samples/read").asLong())
        .isEqualTo(recordings.truth("uci287").at("/samples/recorded").asLong());
    assertAddsUp(summary);
    assertDocuments(summary, Set.of("1", "2", "3"));
  }

  @Test
  void samples() throws IOException {
    JsonNode summary = replay("--unit", "raw", "--profile", "uci287", recordings.csv());

    assertSentIsRead(summary, "csv");
    assertAddsUp(summary);
    assertDocuments(summary, Set.of("p1", "p2", "p3"));
  }

  @Test
  void batches() throws IOException {
    JsonNode summary = replay("--profile", "uci287", recordings.jsonl());

    assertSentIsRead(summary, "jsonl");
    assertAddsUp(summary);
    assertDocuments(summary, Set.of("p1", "p2", "p3"));
  }

  @Test
  void toTheStoreOfTheSettings() throws IOException {
    Path store = out.resolve("kept.db");
    Path settings =
        Files.writeString(
            out.resolve("vigil.yaml"),
            "store:%n  path: %s%n".formatted(JSON.writeValueAsString(store.toString())));

    JsonNode summary =
        vigil(
                "--config",
                settings,
                "replay",
                "--registry",
                recordings.registry(),
                "--json",
                recordings.jsonl())
            .succeeded()
            .json();

    try (SqliteStore kept = SqliteStore.open(store)) {
      assertThat(kept.count(Container.ACTIVITIES)).isEqualTo(summary.get("episodes").asLong());
    }
  }

  private JsonNode replay(Object... more) {
    return vigil(
            Arguments.of(
                more, "replay", "--registry", recordings.registry(), "--out", out, "--json"))
        .succeeded()
        .json();
  }

  private static void assertSentIsRead(JsonNode summary, String format) throws IOException {
    JsonNode sent = recordings.truth(format).get("samples");
    assertThat(summary.at("/samples/read").asLong()).isEqualTo(sent.get("sent").asLong());
    assertThat(summary.at("/samples/duplicates").asLong())
        .isEqualTo(sent.get("duplicates").asLong());
  }

  /** Seen red with: the incomplete samples of the tallies not counted. */
  private static void assertAddsUp(JsonNode summary) {
    JsonNode samples = summary.get("samples");
    long sum =
        Stream.of("inWindows", "incomplete", "late", "invalid", "duplicates")
            .mapToLong(count -> samples.get(count).asLong())
            .sum();
    assertThat(samples.get("read").asLong()).isEqualTo(sum);
    assertThat(summary.fieldNames())
        .toIterable()
        .contains("windows", "episodes", "alerts", "deadLetters", "seconds", "samplesPerSecond");
  }

  private void assertDocuments(JsonNode summary, Set<String> people) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "activities.jsonl",
              "predictions.jsonl",
              "alerts.jsonl",
              "deadletters.jsonl",
              "health.jsonl");
    }
    List<JsonNode> activities = documents("activities.jsonl");
    List<JsonNode> predictions = documents("predictions.jsonl");
    assertThat(activities).hasSize(summary.get("episodes").asInt());
    assertThat(predictions).hasSize(summary.get("windows").asInt());
    assertThat(documents("deadletters.jsonl")).hasSize(summary.get("deadLetters").asInt());
    assertThat(participants(activities)).isEqualTo(people);
    assertThat(participants(predictions)).isEqualTo(people);
  }

  private List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve(file))) {
      documents.add(JSON.readTree(line));
    }
    return documents;
  }

  private static Set<String> participants(List<JsonNode> documents) {
    Set<String> ids = new TreeSet<>();
    documents.forEach(document -> ids.add(document.get("participantId").asText()));
    return ids;
  }
}
