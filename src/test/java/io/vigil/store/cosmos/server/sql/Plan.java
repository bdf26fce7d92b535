package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client must do with the answers of several partitions: merge them in order, add up, skip
 * and stop. For that the partitions are asked another query than the user wrote.
 */
public final class Plan {
  private static final String FILTER = "{documentdb-formattableorderbyquery-filter}";

  private final Search search;
  private final Query query;

  private Plan(Search search) {
    this.search = search;
    this.query = search.query();
  }

  /**
   * Plans a query as it is sent.
   *
   * @throws NotServed if it is wrong or more than is served
   */
  public static JsonNode of(JsonNode body) {
    return new Plan(Search.of(body)).json();
  }

  private JsonNode json() {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("distinctType", "None");
    info.put("top", search.amount(query.top()).orElse(null));
    info.put("offset", search.amount(query.offset()).orElse(null));
    info.put("limit", search.amount(query.limit()).orElse(null));
    for (Query.Order order : query.orders()) {
      info.withArray("orderBy").add(order.descending() ? "Descending" : "Ascending");
      info.withArray("orderByExpressions").add(order.text());
    }
    info.putArray("groupByExpressions");
    info.putArray("groupByAliases");
    info.putArray("aggregates");
    info.putObject("groupByAliasToAggregateType");
    info.put("hasSelectValue", query.selection().isValue());
    info.put("hasNonStreamingOrderBy", false);
    info.put("rewrittenQuery", rewritten(info));
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.put("partitionedQueryExecutionInfoVersion", 2);
    plan.set("queryInfo", info);
    plan.putArray("queryRanges")
        .addObject()
        .put("min", "")
        .put("max", "FF")
        .put("isMinInclusive", true)
        .put("isMaxInclusive", false);
    return plan;
  }

  private String rewritten(ObjectNode info) {
    if (search.isAggregate()) {
      return aggregate(info);
    }
    if (query.orders().isEmpty() && query.offset().isEmpty() && query.limit().isEmpty()) {
      return "";
    }
    return query.orders().isEmpty()
        ? select() + from() + where("") + window()
        : ordered() + window();
  }

  /** Each partition gives its own share as an item that the client adds to the others. */
  private String aggregate(ObjectNode info) {
    if (!(query.selection().isValue()
        && query.selection().value() instanceof Expression.Call call
        && query.orders().isEmpty())) {
      throw new NotServed("An aggregate is served only as SELECT VALUE " + "COUNT(…) alone");
    }
    String text = query.selection().text();
    String argument = text.substring(text.indexOf('('));
    String name =
        call.name().charAt(0) + call.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    info.withArray("aggregates").add(name);
    String item =
        switch (call.name()) {
          case "MIN", "MAX" ->
              "{\"%s\": %s, \"count\": COUNT%s}"
                  .formatted(call.name().toLowerCase(java.util.Locale.ROOT), text, argument);
          default -> text;
        };
    return "SELECT VALUE [{\"item\": " + item + "}]" + from() + where("");
  }

  /** With each document go its values of order, by which the client merges. */
  private String ordered() {
    String items =
        query.orders().stream()
            .map(order -> "{\"item\": " + order.text() + "}")
            .collect(Collectors.joining(", "));
    String orders =
        query.orders().stream()
            .map(order -> order.text() + (order.descending() ? " DESC" : " ASC"))
            .collect(Collectors.joining(", "));
    return "SELECT "
        + top()
        + query.alias()
        + "._rid, ["
        + items
        + "] AS orderByItems, "
        + payload()
        + " AS payload"
        + from()
        + where(FILTER)
        + " ORDER BY "
        + orders;
  }

  private String payload() {
    Query.Selection selection = query.selection();
    if (selection.text().equals("*")) {
      return query.alias();
    }
    return selection.isValue()
        ? selection.text()
        : selection.fields().stream()
            .map(field -> "\"" + field.name() + "\": " + field.text())
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private String select() {
    return "SELECT "
        + top()
        + (query.selection().isValue() ? "VALUE " : "")
        + query.selection().text();
  }

  private String top() {
    return search.amount(query.top()).map(top -> "TOP " + top + " ").orElse("");
  }

  private String from() {
    return " FROM " + query.alias();
  }

  private String where(String filter) {
    String own = query.where().isPresent() ? "(" + query.whereText() + ")" : "";
    if (own.isEmpty() && filter.isEmpty()) {
      return "";
    }
    String both = own.isEmpty() || filter.isEmpty() ? own + filter : own + " AND (" + filter + ")";
    return " WHERE " + both;
  }

  /** A partition cannot know what others leave out, so it leaves out nothing. */
  private String window() {
    Optional<Integer> limit = search.amount(query.limit());
    return limit.map(most -> " OFFSET 0 LIMIT " + Math.addExact(search.skip(), most)).orElse("");
  }
}
