package io.vigil.feed.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.model.Sha256;
import io.vigil.store.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The lines of an alert's history, an event each.
 *
 * <p>A line is known by its place in the history and by what it says: actor, action, reason. So a
 * form that the store's changes skipped loses no line, because the next form still has it, and a
 * form that is read again repeats none.
 *
 * <p>Its time is not part of that. After a failure the job goes on from a checkpoint and may write
 * lines anew that it wrote before, by the clock of its later life: whoever follows the feed has
 * heard of them and is not told again. Where the later life took another course, its lines differ
 * at their places and are told, so that what is told last is how it is; what the earlier life said
 * instead was told and is not taken back, and the alert in each event says what holds now.
 *
 * <p>Of a history of more than forty lines those between are folded: a line that was folded before
 * the feed could see it shows as a gap in {@code transition.index}.
 */
public final class TransitionEvents implements Events {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HASH_BYTES = 12;

  @Override
  public List<FeedEvent> of(Document changed) {
    ObjectNode alert = withoutSamples(changed);
    JsonNode history = alert.path("history");
    int folded = alert.path("historyFolded").asInt();
    List<FeedEvent> events = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      events.add(event(changed, alert, i == 0 ? 0 : folded + i, history.get(i)));
    }
    return events;
  }

  /** The id of the alert that a transition is of. */
  static String alertId(FeedEvent transition) {
    return transition.key().split("#", 2)[0];
  }

  /** An alert's document as lists and streams have it. */
  public static ObjectNode withoutSamples(Document document) {
    try {
      if (JSON.readTree(document.body()) instanceof ObjectNode alert) {
        if (alert.get("evidence") instanceof ObjectNode evidence) {
          evidence.remove("samples");
        }
        return alert;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Document %s is not parsable as JSON: %s"
              .formatted(document.id(), e.getOriginalMessage()),
          e);
    }
    throw new IllegalArgumentException(
        "Document %s is no JSON object, expected an alert".formatted(document.id()));
  }

  private static FeedEvent event(Document changed, ObjectNode alert, int index, JsonNode line) {
    ObjectNode transition = JSON.createObjectNode().put("index", index);
    for (String field : List.of("ts", "actor", "action", "reason")) {
      transition.put(field, line.path(field).asText());
    }
    ObjectNode body = JSON.createObjectNode();
    body.set("alert", alert);
    body.set("transition", transition);
    return new FeedEvent(
        0,
        Kind.TRANSITION,
        changed.id() + "#" + index + "#" + content(transition),
        changed.participantId(),
        micros(changed, transition.get("ts").asText()),
        body.toString());
  }

  private static String content(JsonNode line) {
    MessageDigest digest = Sha256.digest();
    for (String field : List.of("actor", "action", "reason")) {
      digest.update(line.get(field).asText().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static long micros(Document changed, String time) {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Document %s has a line of history at '%s', expected ISO-8601"
              .formatted(changed.id(), time),
          e);
    }
  }
}
