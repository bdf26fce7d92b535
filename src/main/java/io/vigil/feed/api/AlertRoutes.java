package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.board.AlertBoard;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.log.TransitionEvents;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.FeedModule;
import io.vigil.store.Document;
import java.util.List;
import java.util.function.Function;

/**
 * Alerts: those that are asked for, and one with its evidence and how far its messages have come.
 */
public final class AlertRoutes implements FeedModule {
  private final AlertBoard board;
  private final AlertFinder finder;
  private final Function<String, List<DeliveryStatus>> deliveries;

  /**
   * @param deliveries how far the messages about an alert, by its id, have come
   */
  public AlertRoutes(
      AlertBoard board, AlertFinder finder, Function<String, List<DeliveryStatus>> deliveries) {
    this.board = board;
    this.finder = finder;
    this.deliveries = deliveries;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/alerts", this::list);
    config.routes.get("/v1/alerts/{id}", this::one);
  }

  private void list(Context to) {
    AlertFilter filter = AlertFilter.of(to, Asking.viewer(to));
    ArrayNode list = Json.array();
    Audited about = Audited.of(to);
    board
        .find(filter)
        .limit(filter.limit())
        .forEach(
            row -> {
              about.participant(row.participantId());
              list.add(Json.read(row.body()));
            });
    ObjectNode answer = Json.object();
    answer.set("alerts", list);
    Json.send(to, answer);
  }

  private void one(Context to) {
    Document document = finder.find(to.pathParam("id"), Asking.viewer(to));
    ObjectNode alert = TransitionEvents.withoutSamples(document);
    JsonNode samples = Json.read(document.body()).path("evidence").path("samples");
    alert.set("trace", Trace.of(document.participantId(), samples.asText("")));
    alert.set("deliveries", Deliveries.of(document.id(), deliveries));
    Json.send(to, alert);
  }
}
