package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.sensor.DeadLetter;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.util.Locale;

/**
 * What a bounded run did, counted from what it left in the store.
 *
 * @param samples what became of every sample
 * @param windows windows scored
 * @param episodes activities written
 * @param alerts alerts raised
 * @param deadLetters dead letters written, late samples included
 * @param seconds the run took, start of the engine included
 * @param samplesPerSecond read samples over seconds
 */
record Summary(
    Samples samples,
    long windows,
    long episodes,
    long alerts,
    long deadLetters,
    double seconds,
    long samplesPerSecond) {

  /** Every sample read is counted once more, in exactly one of the other counts. */
  record Samples(
      @JsonProperty("read") long read,
      @JsonProperty("inWindows") long inWindows,
      @JsonProperty("incomplete") long incomplete,
      @JsonProperty("late") long late,
      @JsonProperty("invalid") long invalid,
      @JsonProperty("duplicates") long duplicates) {

    /** Whether nothing was lost and nothing counted twice. */
    boolean addUp() {
      return read == inWindows + incomplete + late + invalid + duplicates;
    }
  }

  /** Counts a run that wrote to a store which was empty before. */
  static Summary of(DocumentStore store, double seconds) {
    long[] counts = new long[5];
    store.scan(
        Container.TALLIES,
        document -> {
          JsonNode tally = Json.read(document.body());
          counts[0] += tally.path("read").asLong();
          counts[1] += tally.path("inWindows").asLong();
          counts[2] += tally.path("incomplete").asLong();
          counts[3] += tally.path("late").asLong();
          counts[4] += tally.path("duplicates").asLong();
        });
    long[] invalid = {0};
    store.scan(
        Container.DEAD_LETTERS,
        document -> {
          JsonNode letter = Json.read(document.body());
          if (letter.path("kind").asText().equals(DeadLetter.Kind.INVALID.name())) {
            invalid[0] += letter.path("samples").asLong();
          }
        });
    long[] windows = {0};
    store.scan(
        Container.ACTIVITIES,
        document -> windows[0] += Json.read(document.body()).path("windows").asLong());
    return new Summary(
        new Samples(counts[0], counts[1], counts[2], counts[3], invalid[0], counts[4]),
        windows[0],
        store.count(Container.ACTIVITIES),
        store.count(Container.ALERTS),
        store.count(Container.DEAD_LETTERS),
        Math.round(seconds * 1000) / 1000.0,
        Math.round(counts[0] / Math.max(seconds, 1e-3)));
  }

  /** For machines: one line. */
  String json() {
    return Json.line(this);
  }

  /** For people: a few lines. */
  String text() {
    return String.format(
        Locale.ROOT,
        """
        samples   %,d read = %,d in windows + %,d incomplete + %,d late + %,d invalid + %,d duplicates%s
        windows   %,d in %,d episodes, %,d alerts
        letters   %,d dead letters
        time      %.1f s, %,d samples/s
        """,
        samples.read,
        samples.inWindows,
        samples.incomplete,
        samples.late,
        samples.invalid,
        samples.duplicates,
        samples.addUp() ? "" : "  <- THIS DOES NOT ADD UP",
        windows,
        episodes,
        alerts,
        deadLetters,
        seconds,
        samplesPerSecond);
  }
}
