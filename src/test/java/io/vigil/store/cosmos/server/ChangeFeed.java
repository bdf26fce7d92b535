package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What changed: of each document the newest form, in the order of writes of a partition. */
final class ChangeFeed {
  private final Account account;

  ChangeFeed(Account account) {
    this.account = account;
  }

  Reply page(Request request, DocumentContainer container) {
    if (!request.header("A-IM").orElse("").toLowerCase(Locale.ROOT).startsWith("incremental")) {
      throw Refused.badRequest("Only the incremental change feed is served here");
    }
    Scope scope = Scope.of(request, container);
    if (scope.partitions().size() != 1) {
      throw Refused.badRequest("The change feed is read by partition, key or stretch of one");
    }
    Partition partition = scope.partitions().get(0);
    return partition.alone(() -> page(request, container, scope, partition));
  }

  private Reply page(
      Request request, DocumentContainer container, Scope scope, Partition partition) {
    String after = request.header("If-None-Match").orElse("").replace("\"", "");
    long seen =
        switch (after) {
          case "" -> 0;
          case "*" -> partition.lsn();
          default -> Long.parseLong(after);
        };
    long since = after.isEmpty() ? since(request) : Long.MIN_VALUE;
    Predicate<StoredDocument> alive = container.alive(account.nowSeconds());
    List<StoredDocument> changed =
        partition.after(
            seen,
            document ->
                scope.range().contains(document.place())
                    && document.ts() >= since
                    && alive.test(document),
            request.pageSize());
    boolean all = changed.size() < request.pageSize();
    long reached = all ? partition.lsn() : changed.get(changed.size() - 1).lsn();
    Reply reply = changed.isEmpty() ? Reply.empty(304) : Reply.of(200, body(container, changed));
    long bytes = changed.stream().mapToLong(StoredDocument::bytes).sum();
    return Sessions.told(reply, container, partition)
        .with("etag", "\"" + reached + "\"")
        .with("x-ms-item-count", "" + changed.size())
        .charged(RequestCharge.page(bytes));
  }

  private static long since(Request request) {
    return request
        .header("If-Modified-Since")
        .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
        .map(ZonedDateTime::toEpochSecond)
        .orElse(Long.MIN_VALUE);
  }

  private static JsonNode body(DocumentContainer container, List<StoredDocument> changed) {
    ObjectNode body = Json.object().put("_rid", container.rid());
    for (StoredDocument document : changed) {
      body.withArray("Documents").add(document.body().deepCopy().put("_lsn", document.lsn()));
    }
    return body.put("_count", changed.size());
  }
}
