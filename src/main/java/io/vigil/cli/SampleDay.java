package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The day of the sample data: what sensors sent, and what really happened. */
final class SampleDay {
  /** Long enough to see who does what, short enough to wait for. */
  private static final Duration BEFORE_THE_FALLS = Duration.ofSeconds(6);

  /** How its messages are read. */
  static FilePlan plan() throws IOException {
    return FilePlan.of(
        MessageFormat.JSONL, List.of(file("workday.jsonl.gz")), DecoderSettings.DEFAULT);
  }

  /**
   * By how much that day is to be later for this moment to be the one shortly before anybody falls.
   * Whole seconds, so that the day is cut into the same stretches as it was, and judged the same.
   */
  static Duration later(Instant now) throws IOException {
    JsonNode falls = Json.read(Files.readString(file("truth.json"))).path("falls");
    Instant first =
        StreamSupport.stream(falls.spliterator(), false)
            .map(fall -> Instant.parse(fall.path("impact").asText()))
            .min(Instant::compareTo)
            .orElseThrow(() -> new CommandFailed("Nobody falls in the sample data", null));
    return Duration.ofSeconds(Duration.between(first.minus(BEFORE_THE_FALLS), now).toSeconds());
  }

  /** What really happened, so much later. */
  static DemoTruth truth(Duration later) throws IOException {
    return DemoTruth.of(Json.read(Files.readString(file("truth.json"))), later);
  }

  private static Path file(String name) {
    Path file = Home.path().resolve("sample-data").resolve(name);
    if (!Files.exists(file)) {
      throw new CommandFailed(
          "The sample data %s is missing; `vigil generate --out %s` makes it"
              .formatted(file, file.getParent()),
          null);
    }
    return file;
  }

  private SampleDay() {}
}
