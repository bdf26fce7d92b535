package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The functions that are served. */
final class Functions {
  /** Of all results together. */
  static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "MIN", "MAX");

  private static final Map<String, Predicate<JsonNode>> OF_ONE =
      Map.of(
          "IS_DEFINED", value -> !value.isMissingNode(),
          "IS_NULL", JsonNode::isNull,
          "IS_BOOL", JsonNode::isBoolean,
          "IS_BOOLEAN", JsonNode::isBoolean,
          "IS_NUMBER", JsonNode::isNumber,
          "IS_STRING", JsonNode::isTextual,
          "IS_ARRAY", JsonNode::isArray,
          "IS_OBJECT", JsonNode::isObject);

  private static final Map<String, BiPredicate<String, String>> OF_TEXTS =
      Map.of(
          "STARTSWITH", String::startsWith,
          "ENDSWITH", String::endsWith,
          "CONTAINS", String::contains);

  /** The name, if it is served. */
  static String served(String name) {
    if (!OF_ONE.containsKey(name) && !OF_TEXTS.containsKey(name) && !AGGREGATES.contains(name)) {
      throw new NotServed("The function " + name + " is not served here");
    }
    return name;
  }

  static JsonNode call(String name, List<JsonNode> arguments) {
    Predicate<JsonNode> ofOne = OF_ONE.get(name);
    if (ofOne != null && arguments.size() == 1) {
      return BooleanNode.valueOf(ofOne.test(arguments.get(0)));
    }
    BiPredicate<String, String> ofTexts = OF_TEXTS.get(name);
    if (ofTexts != null && arguments.size() == 2) {
      boolean texts = arguments.stream().allMatch(JsonNode::isTextual);
      return texts
          ? BooleanNode.valueOf(
              ofTexts.test(arguments.get(0).textValue(), arguments.get(1).textValue()))
          : MissingNode.getInstance();
    }
    throw new NotServed(
        "The function " + name + " is not served here with " + arguments.size() + " arguments");
  }

  private Functions() {}
}
