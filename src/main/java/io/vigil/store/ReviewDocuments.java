package io.vigil.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.activity.Prediction;
import io.vigil.alert.Snippet;
import io.vigil.learn.Example;
import io.vigil.learn.Question;
import io.vigil.learn.Reason;
import io.vigil.model.Scored;
import io.vigil.sensor.SampleBatch;
import io.vigil.window.Window;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a window that people are asked about. */
public final class ReviewDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double STEPS_OF_CERTAINTY = 10_000;

  /** Whether people are asked about it: not where the message said what it is. */
  public static boolean isAsked(Example example) {
    return example.reason() != Reason.LABELLED;
  }

  /** A window that people are asked about: {@code id} follows from participant and start. */
  public static Document of(Example example) {
    return of(question(example));
  }

  /** The same of one that was asked before. */
  public static Document of(Question window) {
    String start = Documents.iso(window.start());
    String id = id(window);
    String day = Documents.day(window.start());
    return new Document(
        Container.REVIEWS,
        id,
        window.participantId(),
        day,
        window.start(),
        Documents.write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("participantId", window.participantId());
              json.writeStringField("day", day);
              json.writeStringField("start", start);
              json.writeStringField("end", Documents.iso(window.end()));
              json.writeStringField("reason", window.reason().name());
              json.writeStringField("activity", window.activity());
              json.writeNumberField("confidence", rounded(window.confidence()));
              probabilities(json, window.probabilities());
              json.writeNumberField("margin", rounded(window.margin()));
              json.writeStringField("samples", window.samples());
              Documents.model(json, window.model());
              json.writeNumberField("schemaVersion", Documents.SCHEMA_VERSION);
            }));
  }

  /** The id of a window's document. */
  public static String id(Question window) {
    return Documents.id(window.participantId(), "review", Documents.iso(window.start()));
  }

  /**
   * Reads the body of a document.
   *
   * @throws IllegalArgumentException if it is no window that people are asked about
   */
  public static Question read(String body) {
    try {
      BodyFields fields = new BodyFields("a window for review", JSON.readTree(body));
      return new Question(
          fields.text("participantId"),
          fields.time("start"),
          fields.time("end"),
          Reason.valueOf(fields.text("reason")),
          fields.text("activity"),
          fields.number("confidence"),
          probabilities(fields),
          fields.text("samples"),
          fields.model());
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException(
          "This is no document of a window for review: " + e.getMessage(), e);
    }
  }

  private static Question question(Example example) {
    Scored scored = example.scored();
    Prediction prediction = scored.prediction();
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < scored.classes().length; i++) {
      probabilities.put(scored.classes()[i], prediction.probabilities()[i]);
    }
    SampleBatch samples = samples(scored.measured().window());
    long middle = prediction.start() + (prediction.end() - prediction.start()) / 2;
    return new Question(
        prediction.participantId(),
        prediction.start(),
        prediction.end(),
        example.reason(),
        prediction.activity(),
        prediction.confidence(),
        probabilities,
        Snippet.pack(samples, middle),
        prediction.model());
  }

  private static SampleBatch samples(Window window) {
    int size = window.x().length;
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      times[i] = window.start() + (window.end() - window.start()) * i / size;
    }
    return new SampleBatch(
        window.participantId(),
        times,
        inSteps(window.x()),
        inSteps(window.y()),
        inSteps(window.z()),
        "");
  }

  private static short[] inSteps(float[] inG) {
    short[] steps = new short[inG.length];
    for (int i = 0; i < steps.length; i++) {
      double bounded = Math.max(-SampleBatch.MAX_G, Math.min(SampleBatch.MAX_G, inG[i]));
      steps[i] = (short) Math.round(bounded * SampleBatch.PER_G);
    }
    return steps;
  }

  private static void probabilities(JsonGenerator json, Map<String, Double> probabilities)
      throws IOException {
    json.writeArrayFieldStart("classes");
    for (String name : probabilities.keySet()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("probabilities");
    for (double probability : probabilities.values()) {
      json.writeNumber(rounded(probability));
    }
    json.writeEndArray();
  }

  private static Map<String, Double> probabilities(BodyFields fields) {
    JsonNode names = fields.field("classes");
    JsonNode values = fields.field("probabilities");
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      probabilities.put(names.get(i).asText(), values.path(i).asDouble());
    }
    return probabilities;
  }

  private static double rounded(double part) {
    return Math.round(part * STEPS_OF_CERTAINTY) / STEPS_OF_CERTAINTY;
  }

  private ReviewDocuments() {}
}
