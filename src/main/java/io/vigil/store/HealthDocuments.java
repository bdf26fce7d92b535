package io.vigil.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.activity.ModelRef;
import io.vigil.learn.drift.DayHealth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The form of documents on a model's health: one a day and model. */
public final class HealthDocuments {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A day: {@code id} follows from day and model. */
  public static Document day(DayHealth health) {
    String day = LocalDate.ofEpochDay(health.day()).toString();
    String id = Documents.id(day, "health", "%.16s".formatted(health.model().sha256()));
    return new Document(
        Container.HEALTH,
        id,
        "",
        day,
        health.day() * DAY_MICROS,
        Documents.write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("day", day);
              json.writeNumberField("participants", health.participants());
              json.writeNumberField("participantsChanged", health.changed());
              json.writeNumberField("windows", health.windows());
              json.writeArrayFieldStart("stability");
              for (DayHealth.Stability one : health.stability()) {
                json.writeStartObject();
                json.writeStringField("name", one.name());
                json.writeNumberField("index", rounded(one.index()));
                json.writeNumberField("limit", rounded(one.limit()));
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeArrayFieldStart("activities");
              for (DayHealth.Share share : health.shares()) {
                json.writeStartObject();
                json.writeStringField("activity", share.activity());
                json.writeNumberField("share", rounded(share.seen()));
                json.writeNumberField("training", rounded(share.training()));
                json.writeEndObject();
              }
              json.writeEndArray();
              Documents.model(json, health.model());
              json.writeNumberField("schemaVersion", Documents.SCHEMA_VERSION);
            }));
  }

  /**
   * What a document says.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static DayHealth read(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      List<DayHealth.Stability> stability = new ArrayList<>();
      for (JsonNode one : json.required("stability")) {
        stability.add(
            new DayHealth.Stability(
                one.required("name").asText(),
                one.required("index").asDouble(),
                one.required("limit").asDouble()));
      }
      List<DayHealth.Share> shares = new ArrayList<>();
      for (JsonNode one : json.required("activities")) {
        shares.add(
            new DayHealth.Share(
                one.required("activity").asText(),
                one.required("share").asDouble(),
                one.required("training").asDouble()));
      }
      JsonNode model = json.required("model");
      return new DayHealth(
          LocalDate.parse(json.required("day").asText()).toEpochDay(),
          new ModelRef(
              model.required("name").asText(),
              model.required("version").asInt(),
              model.required("sha256").asText()),
          json.required("participants").asInt(),
          json.required("participantsChanged").asInt(),
          json.required("windows").asLong(),
          stability,
          shares);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException(
          "A document is not that of a day's health (%s), expected one as `vigil run` writes it"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private HealthDocuments() {}
}
