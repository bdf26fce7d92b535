package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which values of a document the index holds, by the container's included and excluded paths. Of
 * two that match, the longer counts, as documented; {@code /?} means the value there and {@code /*}
 * all below it.
 */
final class IndexingPolicy {
  private final boolean on;
  private final List<String> included = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();

  IndexingPolicy(JsonNode json) {
    on = !"none".equalsIgnoreCase(json.path("indexingMode").asText());
    json.path("includedPaths").forEach(path -> included.add(path.path("path").asText()));
    json.path("excludedPaths").forEach(path -> excluded.add(path.path("path").asText()));
    if (json.isMissingNode()) {
      included.add("/*");
    } else if (on && !included.contains("/*") && !excluded.contains("/*")) {
      throw Refused.badRequest("The indexing policy must include or exclude the root path /*");
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
    } else if (longest(included, path) > longest(excluded, path)) {
      terms = 1;
    }
    return terms;
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
