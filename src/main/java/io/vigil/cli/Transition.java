package io.vigil.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigil.alert.Alert;
import io.vigil.alert.Entry;

/**
 * Something that happened to an alert.
 *
 * @param alert as it was when this was told, which may be later
 * @param position among all that happened to it, from 0
 * @param entry the line of its history
 * @param missed how many lines between the one told before and this one are no longer kept
 */
record Transition(Alert alert, int position, Entry entry, int missed) {

  /** On one line of a terminal. */
  String text() {
    String line =
        "%s  %-13s  %-13s  %s  %s  %s by %s"
            .formatted(
                Moments.text(entry.time()),
                alert.severity(),
                alert.status(),
                Harmless.orDash(alert.key().participantId()),
                alert.key().type(),
                Harmless.line(entry.action()),
                Harmless.orDash(entry.actor()));
    String reason = entry.reason().isEmpty() ? "" : ": " + Harmless.line(entry.reason());
    return line + reason + (missed == 0 ? "" : " (%d lines before are not kept)".formatted(missed));
  }

  /** For a machine. */
  String json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("time", Moments.exact(entry.time()))
        .put("alertId", alert.id())
        .put("participantId", alert.key().participantId())
        .put("type", alert.key().type().name())
        .put("severity", alert.severity().name())
        .put("status", alert.status().name())
        .put("action", entry.action())
        .put("actor", entry.actor())
        .put("reason", entry.reason())
        .put("position", position)
        .put("missed", missed)
        .put("revision", alert.revision())
        .toString();
  }
}
