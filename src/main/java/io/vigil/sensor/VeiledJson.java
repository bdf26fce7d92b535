package io.vigil.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Puts another name for an id in all texts of a JSON object, however they are spelled there. */
final class VeiledJson {
  /** A shorter id stands in many words by chance: it is replaced where it stands alone. */
  private static final int SHORTEST_WITHIN_WORDS = 3;

  /** The object with the name for the id, or nothing where the payload is not one whole object. */
  static Optional<byte[]> replace(byte[] payload, String id, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + name.length());
    try (JsonParser from = JsonMessages.JSON.createParser(payload);
        JsonGenerator to = JsonMessages.JSON.createGenerator(bytes)) {
      if (from.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      do {
        copy(from.currentToken(), from, to, id, name);
      } while (from.nextToken() != null && !from.getParsingContext().inRoot());
      to.writeEndObject();
      if (from.nextToken() != null) {
        return Optional.empty();
      }
    } catch (IOException | RuntimeException notJson) {
      return Optional.empty();
    }
    return Optional.of(bytes.toByteArray());
  }

  private static void copy(
      JsonToken token, JsonParser from, JsonGenerator to, String id, String name)
      throws IOException {
    switch (token) {
      case FIELD_NAME -> to.writeFieldName(replace(from.currentName(), id, name));
      case VALUE_STRING -> to.writeString(replace(from.getText(), id, name));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copyNumber(from, to, id, name);
      default -> to.copyCurrentEvent(from);
    }
  }

  /** Another field may have an id as a number. In an array it is a sample, which means nobody. */
  private static void copyNumber(JsonParser from, JsonGenerator to, String id, String name)
      throws IOException {
    if (from.getText().equals(id) && !from.getParsingContext().inArray()) {
      to.writeString(name);
    } else {
      to.writeNumber(from.getText());
    }
  }

  /** The text with the name for the id. */
  static String replace(String text, String id, String name) {
    if (id.length() >= SHORTEST_WITHIN_WORDS) {
      return text.replace(id, name);
    }
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, from)) {
      int end = at + id.length();
      replaced.append(text, from, at).append(standsAlone(text, at, end) ? name : id);
      from = end;
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static boolean standsAlone(String text, int at, int end) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private VeiledJson() {}
}
