package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the simulated people of the sample day really did.
 *
 * @param stretches in no particular order
 */
record DemoTruth(List<Stretch> stretches) {

  /**
   * One activity of one participant.
   *
   * @param start its first instant, microseconds since the epoch (UTC)
   * @param end the first instant after it
   * @param activity or the empty string, for what has no name
   */
  record Stretch(String participantId, long start, long end, String activity) {}

  /**
   * Reads a {@code truth.json}.
   *
   * @param later by how much the day is shifted
   */
  static DemoTruth of(JsonNode truth, Duration later) {
    List<Stretch> stretches = new ArrayList<>();
    for (JsonNode episode : truth.path("episodes")) {
      stretches.add(
          new Stretch(
              episode.path("participantId").asText(),
              moment(episode, "start", later),
              moment(episode, "end", later),
              episode.path("activity").asText()));
    }
    return new DemoTruth(List.copyOf(stretches));
  }

  private static long moment(JsonNode episode, String field, Duration later) {
    return Moments.micros(Instant.parse(episode.path(field).asText()).plus(later));
  }

  /** What somebody did all the while, if that is one thing with a name. */
  Optional<String> during(String participantId, long start, long end) {
    return stretches.stream()
        .filter(
            stretch ->
                stretch.participantId().equals(participantId)
                    && stretch.start() <= start
                    && end <= stretch.end()
                    && !stretch.activity().isEmpty())
        .map(Stretch::activity)
        .findFirst();
  }
}
