package io.vigil.feed.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a request brings: one JSON object of a bounded size and depth. */
public final class RequestBody {
  /** The most bytes of it. */
  public static final int MOST_BYTES = 1 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNameLength(256)
                          .maxNumberLength(64)
                          .maxStringLength(64 << 10)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads it.
   *
   * @param known the fields that it may have
   * @throws Refusal 413, 415 or 400, saying what was seen and what was expected
   */
  public static ObjectNode read(Context context, Set<String> known) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(415, "The body's type is not given as application/json");
    }
    try {
      byte[] bytes = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw tooLong();
      }
      return object(JSON.readTree(bytes), known);
    } catch (JsonProcessingException e) {
      throw new Refusal(
          400,
          "The body is not parsable as JSON at byte %d; expected a JSON object, at most 16 deep"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
    } catch (IOException e) {
      throw new Refusal(400, "The body did not arrive whole; send it again");
    }
  }

  static Refusal tooLong() {
    return new Refusal(413, "The body is longer than %,d bytes".formatted(MOST_BYTES));
  }

  private static ObjectNode object(JsonNode body, Set<String> known) {
    if (!(body instanceof ObjectNode object)) {
      throw new Refusal(400, "The body is no JSON object, expected one");
    }
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!known.contains(name)) {
        throw new Refusal(
            400, "The body has a field that is not known, expected " + new TreeSet<>(known));
      }
    }
    return object;
  }

  private RequestBody() {}
}
