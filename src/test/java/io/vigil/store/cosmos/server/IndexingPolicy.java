package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.cosmos.server.sql.Search.OrderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a document the index holds, by the container's included and excluded paths. Of
 * two that match, the longer counts, as documented; {@code /?} means the value there and {@code /*}
 * all below it. Also which orders of results the index can give.
 */
final class IndexingPolicy {
  /** Indexed whether a policy says so or not. */
  private static final Set<String> UNASKED = Set.of("/id", "/_ts");

  private final boolean on;
  private final List<String> included = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private final List<List<OrderPath>> composite = new ArrayList<>();

  IndexingPolicy(JsonNode json) {
    on = !"none".equalsIgnoreCase(json.path("indexingMode").asText());
    json.path("includedPaths").forEach(path -> included.add(path.path("path").asText()));
    json.path("excludedPaths").forEach(path -> excluded.add(path.path("path").asText()));
    json.path("compositeIndexes").forEach(index -> composite.add(composite(index)));
    if (json.isMissingNode()) {
      included.add("/*");
    } else if (on && !included.contains("/*") && !excluded.contains("/*")) {
      throw Refused.badRequest("The indexing policy must include or exclude the root path /*");
    }
  }

  private static List<OrderPath> composite(JsonNode index) {
    List<OrderPath> paths = new ArrayList<>();
    for (JsonNode path : index) {
      boolean descending = "descending".equals(path.path("order").asText());
      paths.add(new OrderPath(path.path("path").asText().replace("\"", ""), descending));
    }
    return paths;
  }

  /**
   * Looks whether the index can give results in an order: one path must be indexed, several need a
   * composite index of the same paths, all in the same or all in the opposite direction.
   *
   * @throws Refused 400 if it cannot
   */
  void expectOrder(List<OrderPath> order) {
    if (order.size() == 1) {
      String path = order.get(0).path();
      if (!UNASKED.contains(path) && !isIndexed(path)) {
        throw Refused.badRequest(
            "The index path corresponding to the specified order-by item is excluded: " + path);
      }
    } else if (order.size() > 1) {
      List<OrderPath> opposite =
          order.stream().map(path -> new OrderPath(path.path(), !path.descending())).toList();
      if (!composite.contains(order) && !composite.contains(opposite)) {
        throw Refused.badRequest(
            "The order by query does not have a corresponding composite index that it can be"
                + " served from: "
                + order);
      }
    }
  }

  /** What a container has when its maker says nothing. */
  static ObjectNode byDefault() {
    ObjectNode json = Json.object().put("indexingMode", "consistent").put("automatic", true);
    json.putArray("includedPaths").addObject().put("path", "/*");
    json.putArray("excludedPaths").addObject().put("path", "/\"_etag\"/?");
    return json;
  }

  /**
   * The indexed terms of a body: one for each indexed value, {@code id} and server's fields not.
   */
  int terms(ObjectNode body) {
    if (!on) {
      return 0;
    }
    int terms = 0;
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (!field.getKey().equals("id") && !StoredDocument.SYSTEM.contains(field.getKey())) {
        terms += terms("/" + field.getKey(), field.getValue());
      }
    }
    return terms;
  }

  private int terms(String path, JsonNode value) {
    int terms = 0;
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        terms += terms(path + "/" + field.getKey(), field.getValue());
      }
    } else if (value.isArray()) {
      for (JsonNode element : value) {
        terms += terms(path + "/[]", element);
      }
    } else if (isIndexed(path)) {
      terms = 1;
    }
    return terms;
  }

  private boolean isIndexed(String path) {
    return on && longest(included, path) > longest(excluded, path);
  }

  private static int longest(List<String> patterns, String path) {
    int longest = -1;
    for (String pattern : patterns) {
      String plain = pattern.replace("\"", "");
      String stem = plain.substring(0, plain.length() - 2);
      boolean matches = plain.endsWith("/?") ? path.equals(stem) : path.startsWith(stem + "/");
      if (matches) {
        longest = Math.max(longest, stem.length() * 2 + (plain.endsWith("/?") ? 1 : 0));
      }
    }
    return longest;
  }
}
