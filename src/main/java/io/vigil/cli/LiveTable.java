package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.store.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo shows on the terminal: who does what now, and how much came through. */
final class LiveTable {
  private static final String ROW = "  %-14s %-26s %9s  %s";

  /**
   * How much came through.
   *
   * @param samples read so far
   * @param samplesPerSecond of late
   * @param windows scored so far
   * @param deadLetters samples refused or late so far
   */
  record Counts(long samples, long samplesPerSecond, long windows, long deadLetters) {}

  /** The table, a line each. */
  static List<String> lines(List<Document> newestActivities, Counts counts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %,d samples (%,d/s)   %,d windows   %,d samples refused or late",
            counts.samples,
            counts.samplesPerSecond,
            counts.windows,
            counts.deadLetters));
    lines.add("");
    lines.add(String.format(ROW, "PARTICIPANT", "ACTIVITY", "FOR", "CONFIDENCE"));
    for (Document document : newestActivities) {
      lines.add(row(document));
    }
    return lines;
  }

  private static String row(Document document) {
    JsonNode activity = Json.read(document.body());
    Duration lasted =
        Duration.between(
            Instant.parse(activity.path("start").asText()),
            Instant.parse(activity.path("end").asText()));
    return String.format(
        Locale.ROOT,
        ROW,
        shortened(document.participantId(), 14),
        activity.path("activity").asText() + (activity.path("open").asBoolean() ? "" : " (ended)"),
        String.format(Locale.ROOT, "%d:%02d min", lasted.toMinutes(), lasted.toSecondsPart()),
        bar(activity.path("confidence").asDouble()));
  }

  private static String bar(double confidence) {
    return String.format(
        Locale.ROOT, "%-10s %.2f", "#".repeat((int) Math.round(confidence * 10)), confidence);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "~";
  }

  private LiveTable() {}
}
