package io.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON for machines, a line at a time. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report is plain numbers and text", e);
    }
  }

  /** The value that {@link #line} wrote. */
  static <T> T value(String line, Class<T> type) {
    try {
      return MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Expected a %s, got '%s'".formatted(type.getSimpleName(), line), e);
    }
  }

  /** A value as an object that more can be put into. */
  static ObjectNode object(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** An object as a value of some form. */
  static <T> T value(ObjectNode object, Class<T> form) {
    try {
      return MAPPER.treeToValue(object, form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds a document of another form: " + object, e);
    }
  }

  /** Reads a document of the store. */
  static JsonNode read(String document) {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds a document that is no JSON: " + document, e);
    }
  }

  private Json() {}
}
