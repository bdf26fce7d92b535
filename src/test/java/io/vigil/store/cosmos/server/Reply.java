package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An answer: a status, headers, and a body where there is one. */
final class Reply {
  private final int status;
  private final JsonNode body;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private double charge;

  private Reply(int status, JsonNode body) {
    this.status = status;
    this.body = body;
  }

  static Reply of(int status, JsonNode body) {
    return new Reply(status, body);
  }

  static Reply empty(int status) {
    return new Reply(status, null);
  }

  static Reply refused(Refused why) {
    ObjectNode body = Json.object();
    body.put("code", "Status" + why.status());
    body.put("message", why.getMessage());
    Reply reply = new Reply(why.status(), body).with("x-ms-substatus", "" + why.subStatus());
    if (why.retryAfterMillis() > 0) {
      reply.with("x-ms-retry-after-ms", "" + why.retryAfterMillis());
    }
    return reply;
  }

  Reply with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Reply charged(double requestUnits) {
    charge = requestUnits;
    return with("x-ms-request-charge", String.format(Locale.ROOT, "%.2f", requestUnits));
  }

  int status() {
    return status;
  }

  /** The body, or null. */
  JsonNode body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }

  double charge() {
    return charge;
  }
}
