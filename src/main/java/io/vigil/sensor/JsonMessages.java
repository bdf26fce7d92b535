package io.vigil.sensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/**
 * Reads a JSON object that is a sample ({@code participantId, timestamp, accelerationX,
 * accelerationY, accelerationZ[, unit][, activity]}) or a batch ({@code participantId, start,
 * rateHz, unit, x, y, z[, offsetsMillis][, activity]}). Other fields are passed over.
 */
final class JsonMessages {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxStringLength(8192)
                  .maxNameLength(256)
                  .maxNumberLength(64)
                  .build())
          // Which of two would count is anybody's guess.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Read, so that the reason can name the place of a NaN.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Reads the message into the draft; what is wrong with one field is noted there. */
  static void read(byte[] payload, MessageDraft draft) throws Refusal {
    try (JsonParser json = JSON.createParser(payload)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Refusal(
            "The message is " + Quote.of(payload, 0, payload.length) + ", expected a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        readField(name, json, draft);
      }
      if (json.nextToken() != null) {
        throw new Refusal("The message goes on after its JSON object, expected one object alone");
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(
          "The message is not parsable as JSON%s: %s"
              .formatted(place(e.getLocation()), Quote.oneLine(reason(e))));
    } catch (IOException | RuntimeException e) {
      throw new Refusal("The message is not parsable as JSON: " + Quote.oneLine(e.toString()));
    }
  }

  /** Without where Jackson thinks the source began: it knows no file. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll(" \\(start marker at .*", "");
  }

  private static String place(JsonLocation location) {
    return location == null ? "" : " at byte " + location.getByteOffset();
  }

  private static void readField(String name, JsonParser json, MessageDraft draft)
      throws IOException {
    switch (name) {
      case "participantId" -> draft.participantId = text(name, json, draft);
      case "unit" -> draft.unit = text(name, json, draft);
      case "activity" -> draft.activity = text(name, json, draft);
      case "timestamp" -> {
        draft.isSample = true;
        readTime(name, json, draft);
      }
      case "start" -> {
        draft.isBatch = true;
        readTime(name, json, draft);
      }
      case "accelerationX" -> readSample(name, json, draft, draft.x);
      case "accelerationY" -> readSample(name, json, draft, draft.y);
      case "accelerationZ" -> readSample(name, json, draft, draft.z);
      case "x" -> readArray(name, json, draft, draft.x, 1);
      case "y" -> readArray(name, json, draft, draft.y, 1);
      case "z" -> readArray(name, json, draft, draft.z, 1);
      case "offsetsMillis" -> readArray(name, json, draft, draft.offsetsMicros, 1e3);
      case "rateHz" -> {
        draft.isBatch = true;
        draft.rateHz = number(name, json, draft);
      }
      default -> json.skipChildren();
    }
  }

  private static void readSample(String name, JsonParser json, MessageDraft draft, Values into)
      throws IOException {
    draft.isSample = true;
    into.add(number(name, json, draft));
  }

  private static void readArray(
      String name, JsonParser json, MessageDraft draft, Values into, double factor)
      throws IOException {
    draft.isBatch = true;
    if (json.currentToken() != JsonToken.START_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL || into != draft.offsetsMicros) {
        draft.note(name + " is " + seen(json) + ", expected an array of numbers");
      }
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean isNumber = json.currentToken().isNumeric();
      into.add(isNumber ? json.getDoubleValue() * factor : Double.NaN);
      if (!isNumber) {
        draft.note(name + "[" + (into.count() - 1) + "] is " + seen(json) + ", expected a number");
        json.skipChildren();
      }
    }
  }

  private static void readTime(String name, JsonParser json, MessageDraft draft)
      throws IOException {
    try {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        draft.start = Timestamps.micros(json.getText(), name);
      } else if (json.currentToken().isNumeric()) {
        draft.start = Timestamps.micros(json.getDoubleValue(), name);
      } else {
        draft.note(name + " is " + seen(json) + ", expected ISO-8601 or milliseconds since 1970");
        json.skipChildren();
      }
      draft.hasTime = true;
    } catch (Refusal refusal) {
      draft.note(refusal);
    }
  }

  private static String text(String name, JsonParser json, MessageDraft draft) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      // A number may be somebody's id: quoted, so that it can be told from the reason's own words.
      String seen = json.currentToken().isNumeric() ? Quote.of(json.getText()) : seen(json);
      draft.note(name + " is " + seen + ", expected text");
      json.skipChildren();
    }
    return null;
  }

  private static double number(String name, JsonParser json, MessageDraft draft)
      throws IOException {
    if (json.currentToken().isNumeric()) {
      return json.getDoubleValue();
    }
    draft.note(name + " is " + seen(json) + ", expected a number");
    json.skipChildren();
    return Double.NaN;
  }

  private static String seen(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> Quote.of(json.getText());
      default -> json.getText();
    };
  }

  private JsonMessages() {}
}
