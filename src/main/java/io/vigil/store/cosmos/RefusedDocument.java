package io.vigil.store.cosmos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The dead letter of a document that Cosmos DB will not take. */
final class RefusedDocument {
  private static final String KIND = "REFUSED";
  private static final String MARK = "refused_";
  private static final int FIRST_PART = 4000;
  private static final int LONGEST_NAME = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The letter. Its {@code id} follows from the document's container and id, so that a document
   * refused again has one letter.
   */
  static Document letter(Document refused, String reason) {
    String container = refused.container().title();
    String id = MARK + container + "_" + name(refused.id());
    ObjectNode body = JSON.createObjectNode();
    body.put("id", id)
        .put("kind", KIND)
        .put("participantId", whole(refused.participantId(), LONGEST_NAME))
        .put("source", "store/" + container)
        .put("position", refused.time())
        .put("reason", whole(reason, FIRST_PART))
        .put("samples", 0)
        .put("container", container)
        .put("refusedId", whole(refused.id(), FIRST_PART))
        .put("bytes", refused.body().getBytes(StandardCharsets.UTF_8).length)
        .put("payload", whole(refused.body(), FIRST_PART))
        .put("schemaVersion", Documents.SCHEMA_VERSION);
    return new Document(
        Container.DEAD_LETTERS,
        id,
        body.get("participantId").textValue(),
        "",
        refused.time(),
        text(body));
  }

  /** Whether a document is such a letter. */
  static boolean isOne(Document document) {
    return document.container() == Container.DEAD_LETTERS && document.id().startsWith(MARK);
  }

  private static String name(String id) {
    String name = URLEncoder.encode(id, StandardCharsets.UTF_8);
    return name.length() <= LONGEST_NAME ? name : hash(id);
  }

  private static String hash(String id) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_16BE)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** The first part of a text, without halves of characters, which UTF-8 cannot say. */
  private static String whole(String text, int most) {
    String first = text.substring(0, Math.min(most, text.length()));
    return new String(first.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String text(ObjectNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A dead letter could not be written to memory", e);
    }
  }

  private RefusedDocument() {}
}
