package io.vigil.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.sensor.DeadLetter.Kind;
import io.vigil.store.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Counts what became of samples by what is in stores. */
final class SampleCounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param sent samples in acknowledged messages
   * @param replayed what their replay left, by {@code container/id}
   * @param found what the run left
   */
  static Evidence.Samples of(long sent, Map<String, String> replayed, Map<String, String> found) {
    List<JsonNode> tallies = all(Container.TALLIES, replayed);
    return new Evidence.Samples(
        sent,
        new Evidence.Tally(
            sum(tallies, "read"),
            sum(tallies, "inWindows"),
            sum(tallies, "incomplete"),
            sum(tallies, "late"),
            letters(Kind.INVALID, replayed),
            sum(tallies, "duplicates")),
        letters(Kind.LATE, found),
        letters(Kind.INVALID, found));
  }

  private static long letters(Kind kind, Map<String, String> bodies) {
    List<JsonNode> letters = all(Container.DEAD_LETTERS, bodies);
    return sum(
        letters.stream()
            .filter(letter -> letter.path("kind").asText().equals(kind.name()))
            .toList(),
        "samples");
  }

  private static long sum(List<JsonNode> documents, String field) {
    return documents.stream().mapToLong(document -> document.path(field).asLong()).sum();
  }

  private static List<JsonNode> all(Container container, Map<String, String> bodies) {
    return bodies.entrySet().stream()
        .filter(one -> one.getKey().startsWith(container.title() + "/"))
        .map(one -> read(one.getValue()))
        .toList();
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SampleCounts() {}
}
