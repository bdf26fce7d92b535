package io.vigil.model.blob.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What the server says. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";

  static Answer created() {
    return new Answer(201, Map.of("ETag", "\"0x1\"", "Last-Modified", MODIFIED), new byte[0]);
  }

  static Answer accepted() {
    return new Answer(202, Map.of(), new byte[0]);
  }

  static Answer blob(byte[] bytes) {
    return new Answer(
        200,
        Map.of(
            "ETag", "\"0x1\"",
            "Last-Modified", MODIFIED,
            "x-ms-blob-type", "BlockBlob",
            "Content-Type", "application/octet-stream"),
        bytes);
  }

  static Answer xml(String text) {
    return new Answer(200, Map.of("Content-Type", "application/xml"), BlobServer.utf8(text));
  }

  static Answer error(int status, String code) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/xml", "x-ms-error-code", code),
        BlobServer.utf8(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, code)));
  }

  void to(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("x-ms-request-id", "1");
    exchange.getResponseHeaders().set("x-ms-version", "2025-01-05");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
