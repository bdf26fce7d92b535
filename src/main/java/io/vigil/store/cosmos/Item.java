package io.vigil.store.cosmos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A document in the form in which it is sent.
 *
 * @param body parsed, because the client takes no text
 * @param partition the values of its partition key, the coarsest first
 * @param bytes of its body in UTF-8
 */
record Item(ObjectNode body, List<String> partition, int bytes) {
  /** What Cosmos DB takes is 2 MB with what it adds itself, which is less than this margin. */
  static final int MOST_BYTES = 2 * 1024 * 1024 - 4096;

  private static final int LONGEST_ID = 1023;
  private static final int LONGEST_KEY = 2048;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A document that Cosmos DB would not take, or that would break the request it travels in. */
  static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    private Impossible(int status, String message) {
      super(message);
      this.status = status;
    }

    Reply reply() {
      return Reply.notSent(status, getMessage());
    }
  }

  /**
   * The item of a document.
   *
   * @throws Impossible where it cannot be stored; the message says why
   */
  static Item of(Document document) throws Impossible {
    if (document.body().length() > MOST_BYTES) {
      throw tooLarge(document.body().length(), "characters");
    }
    try {
      if (!(JSON.readTree(document.body()) instanceof ObjectNode body)) {
        throw refused("the body is no JSON object");
      }
      int bytes = JSON.writeValueAsBytes(body).length;
      if (bytes > MOST_BYTES) {
        throw tooLarge(bytes, "bytes");
      }
      checkId(document.id(), body.path("id").asText());
      List<String> partition = new ArrayList<>();
      for (String path : document.container().partitionKey()) {
        partition.add(key(body, path));
      }
      return new Item(body, partition, bytes);
    } catch (JsonProcessingException e) {
      throw refused("the body cannot be sent as JSON: " + e.getOriginalMessage());
    }
  }

  private static void checkId(String id, String inBody) throws Impossible {
    if (!id.equals(inBody)) {
      throw refused("the body says id '%s', expected '%s'".formatted(inBody, id));
    }
    if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
      throw refused(
          "the id has %d characters, allowed are 1 to %d bytes".formatted(id.length(), LONGEST_ID));
    }
    if (id.chars().anyMatch(c -> "/\\?#".indexOf(c) >= 0)) {
      throw refused("the id '%s' has one of / \\ ? # in it".formatted(id));
    }
  }

  private static String key(ObjectNode body, String path) throws Impossible {
    JsonNode value = body.path(path.substring(1));
    if (!value.isTextual()) {
      throw refused(
          "the body has no text at %s, which is part of the partition key".formatted(path));
    }
    if (value.textValue().getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw refused(
          "%s, part of the partition key, is longer than %d bytes".formatted(path, LONGEST_KEY));
    }
    return value.textValue();
  }

  private static Impossible tooLarge(int size, String unit) {
    return new Impossible(
        413, "%,d %s, at most %,d bytes are taken".formatted(size, unit, MOST_BYTES));
  }

  private static Impossible refused(String reason) {
    return new Impossible(400, reason);
  }
}
