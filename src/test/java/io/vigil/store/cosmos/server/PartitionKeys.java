package io.vigil.store.cosmos.server;

import com.azure.cosmos.implementation.routing.PartitionKeyInternal;
import com.azure.cosmos.implementation.routing.PartitionKeyInternalHelper;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The partition key of a container: where it stands in documents, and where on the ring it puts
 * them. The hash is the client library's own, by an internal class of it, so that both sides agree
 * by construction; the JavaScript client, which has a hash of its own, is the second opinion.
 */
final class PartitionKeys {
  private final List<String> paths = new ArrayList<>();
  private final PartitionKeyDefinition definition;

  /**
   * @param json as in the container's definition
   */
  PartitionKeys(JsonNode json) {
    json.path("paths").forEach(path -> paths.add(path.asText()));
    if (paths.isEmpty() || !paths.stream().allMatch(path -> path.startsWith("/"))) {
      throw Refused.badRequest("A partition key's paths must begin with /: " + json);
    }
    boolean hierarchical = "MultiHash".equals(json.path("kind").asText());
    if (paths.size() > (hierarchical ? 3 : 1)) {
      throw Refused.badRequest("Too many partition key paths: " + paths);
    }
    // The Java client says V2 where others say 2.
    String version = json.path("version").asText("1");
    definition =
        new PartitionKeyDefinition()
            .setPaths(paths)
            .setKind(hierarchical ? PartitionKind.MULTI_HASH : PartitionKind.HASH)
            .setVersion(
                version.endsWith("2") || hierarchical
                    ? PartitionKeyDefinitionVersion.V2
                    : PartitionKeyDefinitionVersion.V1);
  }

  int depth() {
    return paths.size();
  }

  /** A document's key; what is missing in it becomes the empty object, as on the wire. */
  ArrayNode of(ObjectNode document) {
    ArrayNode key = Json.array();
    for (String path : paths) {
      JsonNode value = document.at(path);
      key.add(value.isMissingNode() ? Json.object() : normal(value));
    }
    return key;
  }

  /** A key, or the coarser part of one, as a client says it. */
  ArrayNode parse(String text) {
    if (!(Json.parse(text) instanceof ArrayNode said) || said.size() > depth()) {
      throw Refused.badRequest(
          "Partition key " + text + " provided, where an array of up to " + depth() + " was due");
    }
    ArrayNode key = Json.array();
    said.forEach(value -> key.add(normal(value)));
    return key;
  }

  /** A key in full. */
  ArrayNode parseFull(String text) {
    ArrayNode key = parse(text);
    if (key.size() != depth()) {
      throw new Refused(
          400, 1001, "Partition key provided has " + key.size() + " of " + depth() + " components");
    }
    return key;
  }

  /** Where the key lies on the ring: upper case hexadecimal. */
  String place(ArrayNode key) {
    return PartitionKeyInternalHelper.getEffectivePartitionKeyString(
        PartitionKeyInternal.fromJsonString(key.toString()), definition);
  }

  /** The part of the ring that a key covers: a point for a full one, a stretch for a coarser. */
  KeyRange covered(ArrayNode key) {
    String place = place(key);
    return key.size() == depth()
        ? new KeyRange(place, place + "!")
        : new KeyRange(place, place + "FF");
  }

  private static JsonNode normal(JsonNode value) {
    if (value.isArray() || (value.isObject() && !value.isEmpty())) {
      throw Refused.badRequest("A partition key must be a single value, and this is " + value);
    }
    return value.isNumber() ? DoubleNode.valueOf(value.doubleValue()) : value;
  }
}
