package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** What a document must be like to be taken. */
final class ItemRules {
  /** Of a document's JSON in UTF-8. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  /** Of an id in UTF-8. */
  static final int MOST_ID_BYTES = 1023;

  /** The id of a body. */
  static String id(ObjectNode body) {
    JsonNode id = body.path("id");
    if (!id.isTextual() || id.textValue().isEmpty()) {
      throw Refused.badRequest("The required property 'id' is missing, empty or no text");
    }
    String text = id.textValue();
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_ID_BYTES) {
      throw Refused.badRequest("The id has " + bytes + " bytes, of at most " + MOST_ID_BYTES);
    }
    for (char forbidden : new char[] {'/', '\\', '?', '#'}) {
      if (text.indexOf(forbidden) >= 0) {
        throw Refused.badRequest("The id contains the character " + forbidden);
      }
    }
    return text;
  }

  static void size(int bytes) {
    if (bytes > MOST_BYTES) {
      throw new Refused(413, 0, "Request size is too large: " + bytes + " of " + MOST_BYTES);
    }
  }

  /** A time to live, in the container or in a document: -1 for ever, or seconds. */
  static void timeToLive(JsonNode ttl) {
    if (!ttl.isMissingNode()
        && !(ttl.isIntegralNumber() && (ttl.asLong() == -1 || ttl.asLong() > 0))) {
      throw Refused.badRequest("The time to live must be -1 or a positive number, not " + ttl);
    }
  }

  private ItemRules() {}
}
