package io.vigil.store.cosmos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The revision in a document's body. */
final class Revisions {
  private static final ObjectMapper JSON = new ObjectMapper();

  static int of(String body) {
    try {
      return JSON.readTree(body).get("revision").asInt();
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  private Revisions() {}
}
