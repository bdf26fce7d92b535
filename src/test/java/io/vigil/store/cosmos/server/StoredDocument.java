package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One form of a document. A changed document is another one of these with the same number.
 *
 * @param number of the document in its container, ascending by creation
 * @param place on the ring
 * @param body with the server's own fields; not to be changed
 * @param ts of the write, seconds since the epoch
 * @param lsn of the write in its partition
 * @param bytes of the body without the server's fields
 * @param terms of it that the index holds
 */
record StoredDocument(
    long number,
    ArrayNode key,
    String place,
    String id,
    ObjectNode body,
    long ts,
    long lsn,
    int bytes,
    int terms) {

  /** What the server adds to a body. */
  static final List<String> SYSTEM = List.of("_rid", "_self", "_etag", "_attachments", "_ts");

  String etag() {
    return body.get("_etag").textValue();
  }

  /** The body as its writer wrote it. */
  ObjectNode written() {
    return body.deepCopy().without(SYSTEM);
  }
}
