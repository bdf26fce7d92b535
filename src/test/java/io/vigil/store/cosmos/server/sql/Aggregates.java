package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** COUNT, SUM, MIN and MAX over all results. */
final class Aggregates {

  /** Whether an expression has one for the whole of the results and not for each. */
  static boolean isIn(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return Functions.AGGREGATES.contains(call.name());
    } else if (expression instanceof Expression.ArrayOf array) {
      return array.elements().stream().anyMatch(Aggregates::isIn);
    } else if (expression instanceof Expression.ObjectOf object) {
      return object.fields().values().stream().anyMatch(Aggregates::isIn);
    }
    return false;
  }

  /** The expression with each aggregate replaced by its value. */
  static Expression folded(Expression expression, List<JsonNode> documents, Evaluator evaluator) {
    if (expression instanceof Expression.Call call && isIn(call)) {
      return new Expression.Literal(fold(call, documents, evaluator));
    } else if (expression instanceof Expression.ArrayOf array) {
      return new Expression.ArrayOf(
          array.elements().stream().map(e -> folded(e, documents, evaluator)).toList());
    } else if (expression instanceof Expression.ObjectOf object) {
      Map<String, Expression> fields = new LinkedHashMap<>();
      object.fields().forEach((name, e) -> fields.put(name, folded(e, documents, evaluator)));
      return new Expression.ObjectOf(fields);
    }
    return expression;
  }

  private static JsonNode fold(
      Expression.Call call, List<JsonNode> documents, Evaluator evaluator) {
    if (call.arguments().size() != 1) {
      throw new NotServed(call.name() + " takes one argument");
    }
    List<JsonNode> values =
        documents.stream()
            .map(document -> evaluator.value(call.arguments().get(0), document))
            .filter(value -> !value.isMissingNode())
            .toList();
    return switch (call.name()) {
      case "COUNT" -> LongNode.valueOf(values.size());
      case "SUM" -> sum(values);
      case "MIN" -> values.stream().min(Ordering.ORDER).orElse(MissingNode.getInstance());
      default -> values.stream().max(Ordering.ORDER).orElse(MissingNode.getInstance());
    };
  }

  private static JsonNode sum(List<JsonNode> values) {
    if (!values.stream().allMatch(JsonNode::isNumber)) {
      return MissingNode.getInstance();
    }
    if (values.stream().allMatch(JsonNode::isIntegralNumber)) {
      return LongNode.valueOf(values.stream().mapToLong(JsonNode::longValue).sum());
    }
    return DoubleNode.valueOf(values.stream().mapToDouble(JsonNode::doubleValue).sum());
  }

  private Aggregates() {}
}
