package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Throughput that was bought for a database or a container. */
final class Offer {
  private final String rid;
  private final String resource;
  private final String resourceRid;
  private final long ts;
  private volatile JsonNode content;

  /**
   * @param resource the link of what it was bought for
   */
  Offer(String rid, String resource, String resourceRid, JsonNode content, long ts) {
    this.rid = rid;
    this.resource = resource;
    this.resourceRid = resourceRid;
    this.content = content;
    this.ts = ts;
  }

  /** What a request to make a database or a container says that should be bought. */
  static Optional<JsonNode> asked(Request request) {
    Optional<JsonNode> autoscale =
        request
            .header("x-ms-cosmos-offer-autopilot-settings")
            .map(settings -> autoscale(Json.parse(settings).path("maxThroughput").asInt()));
    return autoscale.or(
        () ->
            request.header("x-ms-offer-throughput").map(units -> manual(Integer.parseInt(units))));
  }

  /** So many request units a second, always. */
  static JsonNode manual(int units) {
    if (units < 400 || units % 100 != 0) {
      throw Refused.badRequest("Throughput must be 400 or more in steps of 100, not " + units);
    }
    return Json.object()
        .put("offerThroughput", units)
        .put("offerIsRUPerMinuteThroughputEnabled", false);
  }

  private static JsonNode autoscale(int most) {
    if (most < 1000 || most % 1000 != 0) {
      throw Refused.badRequest("Autoscale must be 1000 or more in steps of 1000, not " + most);
    }
    ObjectNode content = Json.object().put("offerThroughput", most / 10);
    content.putObject("offerAutopilotSettings").put("maxThroughput", most);
    return content;
  }

  String rid() {
    return rid;
  }

  String resourceRid() {
    return resourceRid;
  }

  /** Takes what a client wants instead. */
  void replace(JsonNode wanted) {
    JsonNode autopilot = wanted.path("offerAutopilotSettings").path("maxThroughput");
    content =
        autopilot.isNumber()
            ? autoscale(autopilot.asInt())
            : manual(wanted.path("offerThroughput").asInt());
  }

  ObjectNode describe() {
    ObjectNode json = Json.object();
    json.put("offerVersion", "V2");
    json.put("_rid", rid);
    json.set("content", content);
    json.put("resource", resource);
    json.put("offerResourceId", resourceRid);
    json.put("offerType", "Invalid");
    json.put("id", rid);
    json.put("_self", "offers/" + rid + "/");
    json.put("_etag", "\"" + rid + "\"");
    json.put("_ts", ts);
    return json;
  }
}
