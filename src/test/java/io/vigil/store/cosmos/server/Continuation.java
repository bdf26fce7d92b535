package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of a query ended.
 *
 * @param served how many results there were so far
 * @param number of the last document
 * @param order what the last document was ordered by
 */
record Continuation(int served, long number, List<JsonNode> order) {
  static final Continuation START = new Continuation(0, 0, List.of());

  boolean isStart() {
    return served == 0;
  }

  static Continuation parse(String text) {
    JsonNode json;
    try {
      json = Json.parse(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("Invalid continuation token " + text);
    }
    List<JsonNode> order = new ArrayList<>();
    json.path("order")
        .forEach(
            item -> order.add(item.has("item") ? item.get("item") : MissingNode.getInstance()));
    return new Continuation(json.path("served").asInt(), json.path("number").asLong(), order);
  }

  String text() {
    ObjectNode json = Json.object().put("served", served).put("number", number);
    for (JsonNode value : order) {
      ObjectNode item = json.withArray("order").addObject();
      if (!value.isMissingNode()) {
        item.set("item", value);
      }
    }
    return Base64.getEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
