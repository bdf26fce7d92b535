package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The value of expressions for a document. Undefined is Jackson's missing node; a comparison of two
 * kinds of value is undefined, and so is its negation.
 */
final class Evaluator {
  private static final JsonNode UNDEFINED = MissingNode.getInstance();

  private final Map<String, JsonNode> parameters;

  /**
   * @param parameters by name, with the @
   */
  Evaluator(Map<String, JsonNode> parameters) {
    this.parameters = parameters;
  }

  boolean isTrue(Expression condition, JsonNode document) {
    return value(condition, document).equals(BooleanNode.TRUE);
  }

  JsonNode value(Expression expression, JsonNode document) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    } else if (expression instanceof Expression.Parameter parameter) {
      return parameter(parameter.name());
    } else if (expression instanceof Expression.Path path) {
      return at(document, path.steps());
    } else if (expression instanceof Expression.Not not) {
      JsonNode operand = value(not.operand(), document);
      return operand.isBoolean() ? BooleanNode.valueOf(!operand.booleanValue()) : UNDEFINED;
    } else if (expression instanceof Expression.Minus minus) {
      return negative(value(minus.operand(), document));
    } else if (expression instanceof Expression.And and) {
      return both(value(and.left(), document), value(and.right(), document), false);
    } else if (expression instanceof Expression.Or or) {
      return both(value(or.left(), document), value(or.right(), document), true);
    } else if (expression instanceof Expression.Comparison comparison) {
      return compare(comparison, document);
    } else if (expression instanceof Expression.In in) {
      return in(in, document);
    } else if (expression instanceof Expression.Call call) {
      return Functions.call(call.name(), values(call.arguments(), document));
    } else if (expression instanceof Expression.ArrayOf array) {
      ArrayNode made = JsonNodeFactory.instance.arrayNode();
      values(array.elements(), document).stream()
          .filter(v -> !v.isMissingNode())
          .forEach(made::add);
      return made;
    } else if (expression instanceof Expression.ObjectOf object) {
      return object(object, document);
    }
    throw new IllegalStateException("An expression of no kind: " + expression);
  }

  private JsonNode parameter(String name) {
    JsonNode value = parameters.get(name);
    if (value == null) {
      throw new NotServed("The query has no value for its parameter " + name);
    }
    return value;
  }

  private List<JsonNode> values(List<Expression> expressions, JsonNode document) {
    return expressions.stream().map(expression -> value(expression, document)).toList();
  }

  private static JsonNode at(JsonNode document, List<Object> steps) {
    JsonNode at = document;
    for (Object step : steps) {
      at = step instanceof String name ? at.path(name) : at.path((Integer) step);
    }
    return at;
  }

  private static JsonNode negative(JsonNode number) {
    if (!number.isNumber()) {
      return UNDEFINED;
    }
    return number.isIntegralNumber()
        ? LongNode.valueOf(-number.longValue())
        : DoubleNode.valueOf(-number.doubleValue());
  }

  /** AND is decided by a false, OR by a true, whatever the other side is. */
  private static JsonNode both(JsonNode left, JsonNode right, boolean decides) {
    JsonNode decisive = BooleanNode.valueOf(decides);
    if (left.equals(decisive) || right.equals(decisive)) {
      return decisive;
    }
    return left.isBoolean() && right.isBoolean() ? BooleanNode.valueOf(!decides) : UNDEFINED;
  }

  private JsonNode compare(Expression.Comparison comparison, JsonNode document) {
    JsonNode left = value(comparison.left(), document);
    JsonNode right = value(comparison.right(), document);
    if (left.isMissingNode() || Ordering.kind(left) != Ordering.kind(right)) {
      return UNDEFINED;
    }
    int order = Ordering.ORDER.compare(left, right);
    boolean container = left.isContainerNode();
    return switch (comparison.operator()) {
      case "=" -> BooleanNode.valueOf(Ordering.same(left, right));
      case "!=" -> BooleanNode.valueOf(!Ordering.same(left, right));
      case "<" -> container ? UNDEFINED : BooleanNode.valueOf(order < 0);
      case "<=" -> container ? UNDEFINED : BooleanNode.valueOf(order <= 0);
      case ">" -> container ? UNDEFINED : BooleanNode.valueOf(order > 0);
      case ">=" -> container ? UNDEFINED : BooleanNode.valueOf(order >= 0);
      default -> throw new IllegalStateException(comparison.operator());
    };
  }

  private JsonNode in(Expression.In in, JsonNode document) {
    JsonNode operand = value(in.operand(), document);
    if (operand.isMissingNode()) {
      return UNDEFINED;
    }
    return BooleanNode.valueOf(
        values(in.list(), document).stream()
            .anyMatch(
                element ->
                    Ordering.kind(element) == Ordering.kind(operand)
                        && Ordering.same(element, operand)));
  }

  private JsonNode object(Expression.ObjectOf object, JsonNode document) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    object
        .fields()
        .forEach(
            (name, expression) -> {
              JsonNode value = value(expression, document);
              if (!value.isMissingNode()) {
                made.set(name, value);
              }
            });
    return made;
  }
}
