package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.cosmos.server.sql.Search;

/** Partial updates: set, add, replace, remove and incr. */
final class Patches {
  private static final int MOST = 10;

  /**
   * The body that a patch makes of a document.
   *
   * @param patch {@code {"operations": […], "condition": "from c where …"}}, or the bare operations
   *     under that name
   */
  static ObjectNode apply(StoredDocument before, ObjectNode patch) {
    String condition = patch.path("condition").asText();
    if (!condition.isEmpty() && !Search.ofCondition(condition).matches(before.body())) {
      throw new Refused(412, 1110, "The patch's condition does not hold: " + condition);
    }
    ObjectNode body = before.body().deepCopy();
    JsonNode operations = patch.path("operations");
    if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST) {
      throw Refused.badRequest("A patch has 1 to " + MOST + " operations, not " + operations);
    }
    for (JsonNode operation : operations) {
      apply(body, operation);
    }
    return body;
  }

  private static void apply(ObjectNode body, JsonNode operation) {
    String op = operation.path("op").asText();
    JsonPointer path = JsonPointer.compile(operation.path("path").asText());
    JsonNode parent = body.at(path.head());
    String field = path.last().getMatchingProperty();
    JsonNode value = operation.path("value");
    JsonNode old = body.at(path);
    if (parent instanceof ArrayNode array) {
      element(array, op, field, value);
      return;
    }
    if (!(parent instanceof ObjectNode object)) {
      throw Refused.badRequest("There is nothing to patch at " + path);
    }
    switch (op) {
      case "add", "set" -> object.set(field, value);
      case "replace" -> object.set(field, existing(old, path, value));
      case "remove" -> {
        existing(old, path, value);
        object.remove(field);
      }
      case "incr" -> object.set(field, sum(old, value, path));
      default -> throw Refused.badRequest("The patch operation " + op + " is not served here");
    }
  }

  private static void element(ArrayNode array, String op, String field, JsonNode value) {
    int index = field.equals("-") ? array.size() : Integer.parseInt(field);
    if (index < 0 || index > array.size() || (index == array.size() && !op.equals("add"))) {
      throw Refused.badRequest("There is no element " + field + " to " + op);
    }
    switch (op) {
      case "add" -> array.insert(index, value);
      case "set", "replace" -> array.set(index, value);
      case "remove" -> array.remove(index);
      default -> throw Refused.badRequest("The patch operation " + op + " is not served in arrays");
    }
  }

  private static JsonNode existing(JsonNode old, JsonPointer path, JsonNode value) {
    if (old.isMissingNode()) {
      throw Refused.badRequest("There is nothing at " + path);
    }
    return value;
  }

  private static JsonNode sum(JsonNode old, JsonNode value, JsonPointer path) {
    if (!value.isNumber() || !(old.isMissingNode() || old.isNumber())) {
      throw Refused.badRequest("There is no number to increment at " + path);
    }
    ObjectNode holder = Json.object();
    if (value.isIntegralNumber() && (old.isMissingNode() || old.isIntegralNumber())) {
      return holder.put("sum", old.asLong(0) + value.asLong()).get("sum");
    }
    return holder.put("sum", old.asDouble(0) + value.asDouble()).get("sum");
  }

  private Patches() {}
}
