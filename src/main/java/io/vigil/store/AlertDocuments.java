package io.vigil.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.alert.Evidence;
import io.vigil.alert.Measure;
import io.vigil.alert.Occurrence;
import java.io.IOException;

/**
 * The form of an alert's document: what stands in it, in which order. Times are ISO-8601 in UTC; a
 * time that there is not is null. {@link AlertReading} reads it back.
 */
public final class AlertDocuments {

  /** An alert: {@code id} follows from participant, type and event time. */
  public static Document alert(Alert alert) {
    return new Document(
        Container.ALERTS,
        alert.id(),
        alert.key().participantId(),
        Documents.day(alert.key().start()),
        alert.key().start(),
        alert.revision(),
        Documents.write(json -> fields(json, alert)));
  }

  private static void fields(JsonGenerator json, Alert alert) throws IOException {
    json.writeStringField("id", alert.id());
    json.writeStringField("participantId", alert.key().participantId());
    json.writeStringField("type", alert.key().type().name());
    json.writeStringField("severity", alert.severity().name());
    json.writeStringField("status", alert.status().name());
    time(json, "startTs", alert.key().start());
    time(json, "detectedTs", alert.times().detected());
    time(json, "endTs", alert.times().end());
    time(json, "ackTs", alert.times().acknowledged());
    json.writeStringField("ackBy", alert.care().acknowledgedBy());
    time(json, "clearTs", alert.times().cleared());
    json.writeStringField("assignee", alert.care().assignee());
    time(json, "snoozedUntil", alert.waits().snoozedUntil());
    json.writeObjectFieldStart("escalation");
    json.writeNumberField("level", alert.care().level());
    json.writeStringField("calls", alert.care().calls());
    time(json, "nextTs", alert.waits().escalate());
    json.writeStringField("nextCalls", alert.waits().calls());
    time(json, "okUntil", alert.waits().okUntil());
    time(json, "clearsTs", alert.waits().clear());
    json.writeEndObject();
    json.writeArrayFieldStart("occurrences");
    for (Occurrence occurrence : alert.occurrences().kept()) {
      json.writeStartObject();
      time(json, "startTs", occurrence.start());
      json.writeStringField("severity", occurrence.severity().name());
      json.writeStringField("sentence", occurrence.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("occurrencesFolded", alert.occurrences().folded());
    evidence(json, alert.evidence());
    json.writeArrayFieldStart("history");
    for (Entry entry : alert.history().kept()) {
      json.writeStartObject();
      time(json, "ts", entry.time());
      json.writeStringField("actor", entry.actor());
      json.writeStringField("action", entry.action());
      json.writeStringField("reason", entry.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("historyFolded", alert.history().folded());
    json.writeBooleanField("delayed", alert.origin().delayed());
    json.writeNumberField("ageMicros", alert.origin().ageMicros());
    json.writeBooleanField("replay", alert.origin().replay());
    json.writeNumberField("revision", alert.revision());
    Documents.model(json, alert.origin().model());
    json.writeObjectFieldStart("rule");
    json.writeStringField("id", alert.origin().rule().id());
    json.writeNumberField("version", alert.origin().rule().version());
    json.writeEndObject();
    json.writeNumberField("schemaVersion", Documents.SCHEMA_VERSION);
  }

  private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeObjectFieldStart("evidence");
    json.writeStringField("sentence", evidence.sentence());
    for (Measure measure : evidence.measures()) {
      json.writeNumberField(measure.name(), measure.value());
    }
    if (!evidence.snippet().isEmpty()) {
      json.writeStringField("samples", evidence.snippet());
    }
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String name, long micros) throws IOException {
    if (micros == Alert.NEVER) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, Documents.iso(micros));
    }
  }

  private AlertDocuments() {}
}
