package io.vigil.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The fields of a JSON object that somebody asks for something with. Every reader throws an {@link
 * IllegalArgumentException} that says what was seen and what was expected.
 */
final class AskedFields {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_SEEN = 40;
  private static final int LONGEST_LINE = 300;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(16)
                      .maxNameLength(256)
                      .maxNumberLength(64)
                      .build())
              // Which of two would count is anybody's guess.
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private final JsonNode json;

  private AskedFields(JsonNode json) {
    this.json = json;
  }

  /**
   * @param most bytes that such a message may have
   */
  static AskedFields of(byte[] message, int most) {
    if (message.length > most) {
      throw new IllegalArgumentException(
          "The message has %,d bytes, expected at most %,d".formatted(message.length, most));
    }
    try {
      JsonNode json = JSON.readTree(message);
      if (!json.isObject()) {
        throw new IllegalArgumentException(
            "The message is %s, expected a JSON object"
                .formatted(json.isMissingNode() ? "empty" : kind(json)));
      }
      return new AskedFields(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The message is not parsable as JSON at byte %d; expected a JSON object"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getByteOffset()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException("The message is not parsable as JSON", e);
    }
  }

  /** A text that has to be there, of some length. */
  String required(String name, int longest) {
    String text = optional(name, longest);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "%s is missing; expected 1 to %d characters".formatted(name, longest));
    }
    return text;
  }

  /** An id that every store takes. */
  String id(String name) {
    String id = required(name, LONGEST_ID);
    if (id.chars().anyMatch(c -> "/\\?#".indexOf(c) >= 0 || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "%s is %s, expected it without / \\ ? #".formatted(name, seen(id)));
    }
    return id;
  }

  /** A text, or the empty string where there is none. */
  String optional(String name, int longest) {
    JsonNode field = json.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return "";
    }
    if (!field.isTextual()) {
      throw new IllegalArgumentException("%s is %s, expected text".formatted(name, kind(field)));
    }
    if (field.textValue().length() > longest) {
      throw new IllegalArgumentException(
          "%s has %,d characters, expected at most %,d"
              .formatted(name, field.textValue().length(), longest));
    }
    return field.textValue();
  }

  /** A moment in microseconds since the epoch (UTC), or {@link Alert#NEVER} where there is none. */
  long time(String name) {
    JsonNode field = json.path(name);
    boolean number = field.isIntegralNumber();
    String text = number ? field.asText() : optional(name, 64);
    try {
      return number
          ? Math.multiplyExact(field.bigIntegerValue().longValueExact(), 1000L)
          : text.isEmpty()
              ? Alert.NEVER
              : ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s is %s, expected ISO-8601 in UTC or milliseconds since 1970"
              .formatted(name, seen(text)),
          e);
    }
  }

  /** What stands in a field, short and on one line, for a reason. */
  static String seen(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() > LONGEST_SEEN
        ? "'" + line.substring(0, LONGEST_SEEN) + "'..."
        : "'" + line + "'";
  }

  /** What fits into a sentence of a reason that may have many lines. */
  static String firstLine(String reason) {
    String line = reason.lines().findFirst().orElse("");
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
  }

  private static String kind(JsonNode field) {
    return switch (field.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case NUMBER -> "a number";
      case BOOLEAN -> field.asText();
      default -> field.getNodeType().toString().toLowerCase(Locale.ROOT);
    };
  }
}
