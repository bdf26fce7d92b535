package io.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

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

  private Json() {}
}
