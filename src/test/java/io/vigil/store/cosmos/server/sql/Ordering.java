package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/**
 * The order of values: undefined, null, false and true, numbers, text by code unit, arrays,
 * objects. Arrays among each other and objects among each other count as equal, because nothing
 * here is ordered by them.
 */
final class Ordering implements Comparator<JsonNode> {
  static final Ordering ORDER = new Ordering();

  @Override
  public int compare(JsonNode left, JsonNode right) {
    int byKind = Integer.compare(kind(left), kind(right));
    if (byKind != 0) {
      return byKind;
    }
    return switch (left.getNodeType()) {
      case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
      case NUMBER -> Double.compare(left.doubleValue(), right.doubleValue());
      case STRING -> left.textValue().compareTo(right.textValue());
      default -> 0;
    };
  }

  /** Which values are comparable with each other. */
  static int kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING -> 0;
      case NULL -> 1;
      case BOOLEAN -> 2;
      case NUMBER -> 3;
      case STRING -> 4;
      case ARRAY -> 5;
      default -> 6;
    };
  }

  /** Whether two values of one kind are the same, to the last element. */
  static boolean same(JsonNode left, JsonNode right) {
    return left.equals(
        (a, b) -> a.isNumber() && b.isNumber() ? ORDER.compare(a, b) : a.equals(b) ? 0 : 1, right);
  }
}
