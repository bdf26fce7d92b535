package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Queries. */
final class Queries {

  static boolean isQuery(Request request) {
    return request.says("x-ms-documentdb-isquery")
        || request.header("Content-Type").orElse("").startsWith("application/query+json");
  }

  static List<JsonNode> select(JsonNode query, List<? extends JsonNode> from) {
    throw Refused.badRequest("Not served yet");
  }

  Reply all(Request request, DocumentContainer container) {
    throw Refused.badRequest("Not served yet");
  }

  Reply plan(Request request) {
    throw Refused.badRequest("Not served yet");
  }

  Reply page(Request request, DocumentContainer container) {
    throw Refused.badRequest("Not served yet");
  }
}
