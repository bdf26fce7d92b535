package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One operation on one document, alone or out of a batch.
 *
 * @param kind one of CREATE, UPSERT, REPLACE, READ, PATCH, DELETE
 * @param key of the document, in full
 * @param body of the document, or the patch; null where there is none
 * @param ifMatch the etag that the document must have, or empty
 * @param ifNoneMatch the etag that it must not have, or empty
 */
record ItemOperation(
    RequestKind kind,
    ArrayNode key,
    String place,
    String id,
    ObjectNode body,
    String ifMatch,
    String ifNoneMatch) {

  DocumentKey document() {
    return new DocumentKey(key.toString(), id);
  }

  boolean writes() {
    return kind != RequestKind.READ;
  }
}
