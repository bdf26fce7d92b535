package io.vigil.feed.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** How answers are written, and documents of the store read. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Reads what the feed or the job wrote. */
  static JsonNode read(String document) {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A document of the store is not parsable as JSON", e);
    }
  }

  static void send(Context to, JsonNode answer) {
    to.result(answer.toString())
        .contentType("application/json")
        .header("Cache-Control", "no-store");
  }

  private Json() {}
}
