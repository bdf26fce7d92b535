package io.vigil.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The JSON inside an artifact: fields in the order of the record, each there exactly once. Doubles
 * are written in the shortest form that reads back the same, whatever the version of Java.
 */
final class ArtifactJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + value, e);
    }
  }

  /** For people to read. */
  static String pretty(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + value, e);
    }
  }

  static <T> T read(byte[] json, Class<T> type) {
    return read(json, type, tree -> {});
  }

  /**
   * Reads JSON that an earlier build may have written.
   *
   * @param completion puts in what that build did not know
   */
  static <T> T read(byte[] json, Class<T> type, Consumer<ObjectNode> completion) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree instanceof ObjectNode object) {
        completion.accept(object);
      }
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ModelRefused refused) {
          throw refused;
        }
      }
      throw new ModelRefused(
          "The model's " + type.getSimpleName() + " is not as expected: " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fail: the bytes are in memory", e);
    }
  }

  /** A value as a part of a tree. */
  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  private ArtifactJson() {}
}
