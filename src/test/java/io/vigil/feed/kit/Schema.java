package io.vigil.feed.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares JSON with the schemas of an OpenAPI description: the words that ours uses. */
public final class Schema {
  private final JsonNode description;

  public Schema(JsonNode description) {
    this.description = description;
  }

  /** What does not fit, each with its place; empty where all fits. */
  public List<String> misfits(JsonNode schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    check(schema, value, "$", found);
    return found;
  }

  /** What a reference points to. */
  public JsonNode resolved(JsonNode schema) {
    String pointer = schema.path("$ref").asText("");
    return pointer.isEmpty() ? schema : description.at(pointer.substring(1));
  }

  private void check(JsonNode unresolved, JsonNode value, String place, List<String> found) {
    JsonNode schema = resolved(unresolved);
    if (schema.isMissingNode()) {
      found.add(place + " has no schema");
    } else if (schema.has("oneOf")) {
      oneOf(schema.get("oneOf"), value, place, found);
    } else if (!isOfType(schema.path("type"), value)) {
      found.add(place + " is " + value + ", expected " + schema.path("type"));
    } else {
      choices(schema, value, place, found);
      object(schema, value, place, found);
      for (int i = 0; value.isArray() && i < value.size(); i++) {
        check(schema.path("items"), value.get(i), place + "[" + i + "]", found);
      }
    }
  }

  private void oneOf(JsonNode choices, JsonNode value, String place, List<String> found) {
    List<String> best = null;
    for (JsonNode choice : choices) {
      List<String> misfits = new ArrayList<>();
      check(choice, value, place, misfits);
      best = best == null || misfits.size() < best.size() ? misfits : best;
    }
    found.addAll(best);
  }

  private static void choices(JsonNode schema, JsonNode value, String place, List<String> found) {
    if (schema.has("enum")) {
      for (JsonNode choice : schema.get("enum")) {
        if (choice.equals(value)) {
          return;
        }
      }
      found.add(place + " is " + value + ", expected one of " + schema.get("enum"));
    }
  }

  private void object(JsonNode schema, JsonNode value, String place, List<String> found) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        found.add(place + " lacks " + name);
      }
    }
    JsonNode more = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String at = place + "." + field.getKey();
      if (schema.path("properties").has(field.getKey())) {
        check(schema.get("properties").get(field.getKey()), field.getValue(), at, found);
      } else if (more.isObject()) {
        check(more, field.getValue(), at, found);
      } else if (!more.asBoolean(true)) {
        found.add(at + " is not described");
      }
    }
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
