package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a batch, as far as it could be understood: the others do not suffer by one that
 * could not.
 *
 * @param operation understood, or null
 * @param refused why it was not, or null
 */
record BatchOperation(ItemOperation operation, Refused refused) {
  private static final Map<String, RequestKind> KINDS =
      Map.of(
          "Create", RequestKind.CREATE,
          "Upsert", RequestKind.UPSERT,
          "Replace", RequestKind.REPLACE,
          "Read", RequestKind.READ,
          "Patch", RequestKind.PATCH,
          "Delete", RequestKind.DELETE);

  static BatchOperation parse(Request request, DocumentContainer container, JsonNode json) {
    try {
      return new BatchOperation(operation(request, container, json), null);
    } catch (Refused refused) {
      return new BatchOperation(null, refused);
    }
  }

  private static ItemOperation operation(
      Request request, DocumentContainer container, JsonNode json) {
    String type = json.path("operationType").asText();
    if (!KINDS.containsKey(type)) {
      throw Refused.badRequest("The operation type '" + type + "' is not served here");
    }
    String key =
        json.hasNonNull("partitionKey")
            ? json.path("partitionKey").asText()
            : request.header("x-ms-documentdb-partitionkey").orElse("[]");
    JsonNode body = json.path("resourceBody");
    ObjectNode patch = body.isArray() ? Json.object().<ObjectNode>set("operations", body) : null;
    return Items.operation(
        container,
        KINDS.get(type),
        container.keys().parseFull(key),
        json.path("id").asText(),
        body instanceof ObjectNode object ? object : patch,
        json.path("ifMatch").asText(),
        json.path("ifNoneMatch").asText());
  }

  /** The document that it would write. */
  Optional<DocumentKey> written() {
    return Optional.ofNullable(operation)
        .filter(ItemOperation::writes)
        .map(ItemOperation::document);
  }

  /** What was understood, or the refusal. */
  ItemOperation orRefuse() {
    if (refused != null) {
      throw refused;
    }
    return operation;
  }
}
