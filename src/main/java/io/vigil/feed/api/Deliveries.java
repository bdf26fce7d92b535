package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the messages about an alert have come, for whoever waits for somebody who was called. A
 * hook goes by its name: its address may hold a token, and what it answered is for operators.
 */
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /**
   * The messages in the order in which they are sent; null where that is not known now, since an
   * alert is shown all the same.
   */
  static JsonNode of(String alertId, Function<String, List<DeliveryStatus>> known) {
    try {
      ArrayNode all = Json.array();
      known.apply(alertId).forEach(one -> all.add(json(one)));
      return all;
    } catch (StoreException e) {
      LOG.warn("How far messages have come is not shown: {}", e.getMessage());
      return NullNode.instance;
    }
  }

  private static ObjectNode json(DeliveryStatus status) {
    ObjectNode json =
        Json.object()
            .put("hook", status.hook())
            .put("type", status.type())
            .put("level", status.level())
            .put("state", status.state().name())
            .put("attempts", status.attempts());
    time(json, "queuedTs", Optional.of(status.queuedAt()));
    time(json, "lastTs", status.lastAttempt());
    time(json, "nextTs", status.nextAttempt());
    time(json, "settledTs", status.settledAt());
    return json;
  }

  private static void time(ObjectNode json, String name, Optional<Instant> time) {
    json.put(name, time.map(Instant::toString).orElse(null));
  }

  private Deliveries() {}
}
