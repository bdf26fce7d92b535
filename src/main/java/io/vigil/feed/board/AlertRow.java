package io.vigil.feed.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.feed.log.TransitionEvents;
import io.vigil.store.Document;
import java.util.Comparator;

/**
 * An alert as lists show it.
 *
 * @param id of its document
 * @param participantId whose
 * @param type what it is about
 * @param severity how bad it is
 * @param status where it is in its life
 * @param start microseconds since the epoch (UTC)
 * @param revision of the document
 * @param body the document without its samples, JSON
 */
public record AlertRow(
    String id,
    String participantId,
    AlertType type,
    Severity severity,
    Status status,
    long start,
    long revision,
    String body) {

  /** Those that are active first, then the newest. */
  public static final Comparator<AlertRow> ORDER =
      Comparator.comparing((AlertRow row) -> !row.status().active())
          .thenComparing(Comparator.comparingLong(AlertRow::start).reversed())
          .thenComparing(AlertRow::id);

  /**
   * A row of a document.
   *
   * @throws IllegalArgumentException where it is no alert
   */
  static AlertRow of(Document document) {
    JsonNode alert = TransitionEvents.withoutSamples(document);
    return new AlertRow(
        document.id(),
        document.participantId(),
        AlertType.valueOf(alert.path("type").asText()),
        Severity.valueOf(alert.path("severity").asText()),
        Status.valueOf(alert.path("status").asText()),
        document.time(),
        document.revision(),
        alert.toString());
  }

  /** Whether nothing is left to be done. */
  boolean isDone() {
    return status == Status.CLEARED_ACK;
  }
}
