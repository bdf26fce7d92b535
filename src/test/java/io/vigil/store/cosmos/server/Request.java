package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method such as GET
 * @param path its segments, decoded
 * @param body the bytes, empty where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // Requests are not compared.
record Request(String method, String rawPath, List<String> path, Headers headers, byte[] body) {

  static Request read(HttpExchange exchange) throws IOException {
    String raw = exchange.getRequestURI().getRawPath();
    List<String> path =
        Arrays.stream(raw.split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    return new Request(
        exchange.getRequestMethod(),
        raw,
        path,
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  /** A header that is there and not empty. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).filter(value -> !value.isEmpty());
  }

  boolean says(String header) {
    return header(header).filter("true"::equalsIgnoreCase).isPresent();
  }

  JsonNode json() {
    return Json.parse(body);
  }

  ObjectNode jsonObject() {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw Refused.badRequest("The request's body is not a JSON object");
  }

  /** Whether the answer may leave out what was written. */
  boolean wantsLittle() {
    return header("Prefer").filter("return=minimal"::equalsIgnoreCase).isPresent();
  }

  /** How many results a page may have: at most 1000, which also stands for "as many as fit". */
  int pageSize() {
    int asked = header("x-ms-max-item-count").map(Integer::parseInt).orElse(100);
    return asked < 1 ? 1000 : Math.min(asked, 1000);
  }
}
