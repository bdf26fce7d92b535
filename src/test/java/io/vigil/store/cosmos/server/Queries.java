package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.cosmos.server.sql.Plan;
import io.vigil.store.cosmos.server.sql.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Queries: plans, and pages of results. Each partition gives its own results in order; it is the
 * client that merges them by the plan. Asked without a partition, all are looked through at once.
 */
final class Queries {
  private static final JsonNode EVERYTHING = Json.object().put("query", "SELECT * FROM c");

  private final Account account;

  Queries(Account account) {
    this.account = account;
  }

  static boolean isQuery(Request request) {
    return request.says("x-ms-documentdb-isquery")
        || request.header("Content-Type").orElse("").startsWith("application/query+json");
  }

  /** All results among resources that are few: databases, containers, offers. */
  static List<JsonNode> select(JsonNode query, List<? extends JsonNode> from) {
    Search search = Search.of(query);
    return from.stream().filter(search::matches).map(search::result).toList();
  }

  Reply plan(Request request) {
    return Reply.of(200, Plan.of(request.json())).charged(RequestCharge.page(0));
  }

  /** All documents, a page at a time. */
  Reply all(Request request, DocumentContainer container) {
    return page(request, container, Search.of(EVERYTHING));
  }

  Reply page(Request request, DocumentContainer container) {
    return page(request, container, Search.of(request.json()));
  }

  /** A document with what it is ordered by. */
  private record Row(StoredDocument document, List<JsonNode> order) {}

  private Reply page(Request request, DocumentContainer container, Search search) {
    container.indexing().expectOrder(search.orderPaths());
    Scope scope = Scope.of(request, container);
    scope.partitions().forEach(partition -> Sessions.await(request, partition));
    List<Row> rows = rows(container, scope, search);
    if (search.isAggregate()) {
      List<JsonNode> bodies = rows.stream().<JsonNode>map(row -> row.document().body()).toList();
      JsonNode result = search.aggregate(bodies);
      return reply(container, scope, result.isMissingNode() ? List.of() : List.of(result), rows);
    }
    Continuation from =
        request.header("x-ms-continuation").map(Continuation::parse).orElse(Continuation.START);
    rows.removeIf(row -> !from.isStart() && !isBeyond(row, from, search));
    int skipped = from.isStart() ? search.skip() : 0;
    int most = Math.min(request.pageSize(), search.most() - from.served());
    // One more than the page tells whether there is another.
    List<Row> ahead = first(rows, order(search), skipped + most + 1L);
    ahead = ahead.subList(Math.min(skipped, ahead.size()), ahead.size());
    List<Row> page = ahead.subList(0, Math.min(most, ahead.size()));
    List<JsonNode> results =
        page.stream()
            .map(row -> search.result(row.document().body()))
            .filter(result -> !result.isMissingNode())
            .toList();
    Reply reply = reply(container, scope, results, page);
    int served = from.served() + page.size();
    if (page.size() < ahead.size() && served < search.most()) {
      Row last = page.get(page.size() - 1);
      Continuation next = new Continuation(served, last.document().number(), last.order());
      reply.with("x-ms-continuation", next.text());
    }
    return reply;
  }

  private List<Row> rows(DocumentContainer container, Scope scope, Search search) {
    Predicate<StoredDocument> alive = container.alive(account.nowSeconds());
    List<Row> rows = new ArrayList<>();
    for (Partition partition : scope.partitions()) {
      partition
          .all(
              document ->
                  scope.range().contains(document.place())
                      && alive.test(document)
                      && search.matches(document.body()))
          .forEach(document -> rows.add(new Row(document, search.orderOf(document.body()))));
    }
    return rows;
  }

  private static Comparator<Row> order(Search search) {
    Comparator<Row> byNumber = Comparator.comparingLong(row -> row.document().number());
    Comparator<Row> byOrder = (left, right) -> search.compare(left.order(), right.order());
    return byOrder.thenComparing(search.tiesDescend() ? byNumber.reversed() : byNumber);
  }

  /** The first so many in order. Sorting all for each page would be quadratic in a long scan. */
  private static List<Row> first(List<Row> rows, Comparator<Row> order, long count) {
    PriorityQueue<Row> kept = new PriorityQueue<>(order.reversed());
    for (Row row : rows) {
      if (kept.size() < count) {
        kept.add(row);
      } else if (order.compare(row, kept.element()) < 0) {
        kept.remove();
        kept.add(row);
      }
    }
    List<Row> first = new ArrayList<>(kept);
    first.sort(order);
    return first;
  }

  /** Whether a row is behind the last one of the page before, even if that one has gone since. */
  private static boolean isBeyond(Row row, Continuation from, Search search) {
    int order = search.compare(row.order(), from.order());
    int byNumber = Long.compare(row.document().number(), from.number());
    return order > 0 || (order == 0 && (search.tiesDescend() ? byNumber < 0 : byNumber > 0));
  }

  private static Reply reply(
      DocumentContainer container, Scope scope, List<JsonNode> results, List<Row> read) {
    ObjectNode body = Json.object().put("_rid", container.rid());
    results.forEach(body.putArray("Documents")::add);
    body.put("_count", results.size());
    long bytes = read.stream().mapToLong(row -> row.document().bytes()).sum();
    Reply reply =
        Reply.of(200, body)
            .with("x-ms-item-count", "" + results.size())
            .charged(RequestCharge.page(bytes));
    return scope.partitions().size() == 1
        ? Sessions.told(reply, container, scope.partitions().get(0))
        : reply;
  }
}
