package io.vigil.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.activity.ModelRef;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import io.vigil.alert.Care;
import io.vigil.alert.Entry;
import io.vigil.alert.Evidence;
import io.vigil.alert.History;
import io.vigil.alert.Measure;
import io.vigil.alert.Occurrence;
import io.vigil.alert.Occurrences;
import io.vigil.alert.Origin;
import io.vigil.alert.RuleRef;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.alert.Times;
import io.vigil.alert.Waits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads an alert's document back: what {@link AlertDocuments} wrote, to the last bit. */
public final class AlertReading {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the body of a document.
   *
   * @throws IllegalArgumentException if it is no alert
   */
  public static Alert read(String body) {
    try {
      return alert(JSON.readTree(body));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("This is no document of an alert: " + e.getMessage(), e);
    }
  }

  private static Alert alert(JsonNode json) {
    JsonNode escalation = field(json, "escalation");
    return new Alert(
        new AlertKey(
            text(json, "participantId"),
            AlertType.valueOf(text(json, "type")),
            time(json, "startTs")),
        Severity.valueOf(text(json, "severity")),
        Status.valueOf(text(json, "status")),
        new Times(
            time(json, "detectedTs"),
            time(json, "endTs"),
            time(json, "ackTs"),
            time(json, "clearTs")),
        new Care(
            text(json, "ackBy"),
            text(json, "assignee"),
            field(escalation, "level").intValue(),
            text(escalation, "calls")),
        new Waits(
            time(escalation, "okUntil"),
            time(escalation, "nextTs"),
            // Documents of before it was written have none.
            escalation.path("nextCalls").asText(""),
            time(json, "snoozedUntil"),
            time(escalation, "clearsTs")),
        occurrences(json),
        evidence(field(json, "evidence")),
        history(json),
        origin(json),
        field(json, "revision").longValue());
  }

  private static Occurrences occurrences(JsonNode json) {
    List<Occurrence> kept = new ArrayList<>();
    for (JsonNode one : field(json, "occurrences")) {
      kept.add(
          new Occurrence(
              time(one, "startTs"),
              Severity.valueOf(text(one, "severity")),
              text(one, "sentence")));
    }
    return new Occurrences(field(json, "occurrencesFolded").intValue(), kept);
  }

  private static History history(JsonNode json) {
    List<Entry> kept = new ArrayList<>();
    for (JsonNode one : field(json, "history")) {
      kept.add(
          new Entry(time(one, "ts"), text(one, "actor"), text(one, "action"), text(one, "reason")));
    }
    return new History(field(json, "historyFolded").intValue(), kept);
  }

  private static Evidence evidence(JsonNode json) {
    List<Measure> measures = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      if (one.getValue().isNumber()) {
        measures.add(new Measure(one.getKey(), one.getValue().doubleValue()));
      }
    }
    return new Evidence(text(json, "sentence"), measures, json.path("samples").asText(""));
  }

  private static Origin origin(JsonNode json) {
    JsonNode model = field(json, "model");
    JsonNode rule = field(json, "rule");
    return new Origin(
        field(json, "ageMicros").longValue(),
        field(json, "replay").booleanValue(),
        new RuleRef(text(rule, "id"), field(rule, "version").intValue()),
        new ModelRef(
            text(model, "name"), field(model, "version").intValue(), text(model, "sha256")));
  }

  private static JsonNode field(JsonNode json, String name) {
    JsonNode field = json.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "This is no document of an alert: it has no field '" + name + "'");
    }
    return field;
  }

  private static String text(JsonNode json, String name) {
    return field(json, name).asText();
  }

  private static long time(JsonNode json, String name) {
    JsonNode field = field(json, name);
    return field.isNull()
        ? Alert.NEVER
        : ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(field.asText()));
  }

  private AlertReading() {}
}
