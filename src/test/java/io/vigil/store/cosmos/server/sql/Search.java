package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query with its parameters: which documents, in which order, and what of them. */
public final class Search {
  private final Query query;
  private final Evaluator evaluator;

  private Search(Query query, Map<String, JsonNode> parameters) {
    this.query = query;
    this.evaluator = new Evaluator(parameters);
  }

  /**
   * Understands a query as it is sent.
   *
   * @param body {@code {"query": "…", "parameters": [{"name": "@x", "value": …}]}}
   * @throws NotServed if it is wrong or more than is served
   */
  public static Search of(JsonNode body) {
    Map<String, JsonNode> parameters = new HashMap<>();
    body.path("parameters").forEach(p -> parameters.put(p.path("name").asText(), p.path("value")));
    return new Search(Parser.parse(body.path("query").asText()), parameters);
  }

  /** Understands the condition of a patch: {@code from c where …}. */
  public static Search ofCondition(String condition) {
    return new Search(Parser.parse("SELECT * " + condition), Map.of());
  }

  Query query() {
    return query;
  }

  /** Whether the condition is true for a document. */
  public boolean matches(JsonNode document) {
    return query.where().map(where -> evaluator.isTrue(where, document)).orElse(true);
  }

  /** Whether there is one result of all documents together. */
  public boolean isAggregate() {
    return Aggregates.isIn(query.selection().value());
  }

  /** The one result of all documents that match. */
  public JsonNode aggregate(List<JsonNode> documents) {
    Expression folded = Aggregates.folded(query.selection().value(), documents, evaluator);
    return evaluator.value(
        folded, documents.isEmpty() ? MissingNode.getInstance() : documents.get(0));
  }

  /** What comes out for a document; a missing node where nothing does. */
  public JsonNode result(JsonNode document) {
    return evaluator.value(query.selection().value(), document);
  }

  /** What a document is ordered by. */
  public List<JsonNode> orderOf(JsonNode document) {
    return query.orders().stream().map(order -> evaluator.value(order.value(), document)).toList();
  }

  /**
   * One of what results are ordered by.
   *
   * @param path as in an indexing policy, such as {@code /model/name}
   */
  public record OrderPath(String path, boolean descending) {}

  /** What results are ordered by. */
  public List<OrderPath> orderPaths() {
    return query.orders().stream().map(Search::orderPath).toList();
  }

  private static OrderPath orderPath(Query.Order order) {
    if (!(order.value() instanceof Expression.Path path) || path.steps().isEmpty()) {
      throw new NotServed("ORDER BY " + order.text() + " is not served here: it is no path");
    }
    String steps = path.steps().stream().map(Object::toString).collect(Collectors.joining("/"));
    return new OrderPath("/" + steps, order.descending());
  }

  /** How two documents are ordered; 0 for a tie. */
  public int compare(List<JsonNode> left, List<JsonNode> right) {
    for (int i = 0; i < query.orders().size(); i++) {
      int order = Ordering.ORDER.compare(left.get(i), right.get(i));
      if (order != 0) {
        return query.orders().get(i).descending() ? -order : order;
      }
    }
    return 0;
  }

  /** Whether ties go by descending resource ids, as they do where the first order descends. */
  public boolean tiesDescend() {
    return !query.orders().isEmpty() && query.orders().get(0).descending();
  }

  /** How many results are left out at the beginning. */
  public int skip() {
    return amount(query.offset()).orElse(0);
  }

  /** How many results there may be, those that are left out not counted. */
  public int most() {
    return Math.min(
        amount(query.top()).orElse(Integer.MAX_VALUE),
        amount(query.limit()).orElse(Integer.MAX_VALUE));
  }

  Optional<Integer> amount(Optional<Expression> amount) {
    return amount.map(
        expression -> {
          JsonNode value = evaluator.value(expression, MissingNode.getInstance());
          if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new NotServed("TOP, OFFSET and LIMIT take whole numbers, not " + value);
          }
          return value.intValue();
        });
  }
}
