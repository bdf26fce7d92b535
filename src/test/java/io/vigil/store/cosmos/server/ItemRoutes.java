package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Requests for the documents of a container. */
final class ItemRoutes {
  private final Items items;
  private final Batches batches;
  private final Queries queries;
  private final ChangeFeed changes;

  ItemRoutes(Items items, Batches batches, Queries queries, ChangeFeed changes) {
    this.items = items;
    this.batches = batches;
    this.queries = queries;
    this.changes = changes;
  }

  Action route(Request request, DocumentContainer container) {
    if (request.path().size() == 6) {
      return point(request, container, kindByMethod(request), request.path().get(5));
    }
    if (request.method().equals("GET")) {
      return request.header("A-IM").isPresent()
          ? Action.of(RequestKind.CHANGE_FEED, () -> changes.page(request, container))
          : Action.of(RequestKind.QUERY, () -> queries.all(request, container));
    }
    if (!request.method().equals("POST")) {
      throw Routes.notServed(request);
    }
    if (request.says("x-ms-cosmos-is-query-plan-request")) {
      return Action.of(RequestKind.QUERY_PLAN, () -> queries.plan(request));
    }
    if (Queries.isQuery(request)) {
      return Action.of(RequestKind.QUERY, () -> queries.page(request, container));
    }
    if (request.says("x-ms-cosmos-is-batch-request")) {
      return batches.route(request, container);
    }
    boolean upsert = request.says("x-ms-documentdb-is-upsert");
    return point(request, container, upsert ? RequestKind.UPSERT : RequestKind.CREATE, "");
  }

  private static RequestKind kindByMethod(Request request) {
    return switch (request.method()) {
      case "GET" -> RequestKind.READ;
      case "PUT" -> RequestKind.REPLACE;
      case "PATCH" -> RequestKind.PATCH;
      case "DELETE" -> RequestKind.DELETE;
      default -> throw Routes.notServed(request);
    };
  }

  private Action point(Request request, DocumentContainer container, RequestKind kind, String id) {
    boolean hasBody = kind != RequestKind.READ && kind != RequestKind.DELETE;
    if (hasBody) {
      ItemRules.size(request.body().length);
    }
    ObjectNode body = hasBody ? body(request, kind) : null;
    ItemOperation operation =
        Items.operation(
            container,
            kind,
            key(request, container),
            id,
            body,
            request.header("If-Match").orElse(""),
            request.header("If-None-Match").orElse(""));
    List<InFlight.Document> written =
        operation.writes()
            ? List.of(new InFlight.Document(container.id(), operation.document()))
            : List.of();
    return new Action(kind, written, () -> answer(request, container, operation));
  }

  /** The JavaScript client sends a patch without condition as a bare array. */
  private static ObjectNode body(Request request, RequestKind kind) {
    if (kind == RequestKind.PATCH && request.json() instanceof ArrayNode operations) {
      return Json.object().set("operations", operations);
    }
    return request.jsonObject();
  }

  private static ArrayNode key(Request request, DocumentContainer container) {
    return container
        .keys()
        .parseFull(
            request
                .header("x-ms-documentdb-partitionkey")
                .orElseThrow(
                    () -> Refused.badRequest("The partition key must be said in the header")));
  }

  private Reply answer(Request request, DocumentContainer container, ItemOperation operation) {
    Sessions.await(request, container.holding(operation.place()));
    ItemResult result = items.run(container, operation);
    StoredDocument document = result.document();
    boolean little = operation.writes() && request.wantsLittle();
    Reply reply =
        document == null || result.status() == 304 || little
            ? Reply.empty(result.status())
            : Reply.of(result.status(), document.body());
    if (document != null) {
      reply.with("etag", document.etag());
    }
    return Sessions.told(reply, container, container.holding(operation.place()))
        .charged(result.charge());
  }
}
