package io.vigil.feed.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.Alert;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes messages. What a message holds is named here field by field: neither people's names nor
 * samples nor what anybody wrote.
 *
 * @param page the address that an alert's id follows to show it, if there is one
 */
record MessageWriting(Optional<URI> page) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCE = "/vigil/feed";
  private static final int ID_BYTES = 16;

  /** The message that tells a hook the news: the same id whenever the same news is told. */
  Message of(Hook hook, AlertNews news) {
    String id = id(hook.name(), news.key());
    String type = news.happening().title();
    ObjectNode body = envelope(hook.form(), id, type, news.time(), news.alert().id());
    body.set("data", data(news));
    return new Message(id, type, body.toString());
  }

  /** A message that only tries whether one arrives. */
  Message trial(Hook hook, Instant now) {
    String id = id(hook.name(), "trial " + now);
    ObjectNode body = envelope(hook.form(), id, "vigil.test", now, "test");
    body.putObject("data").put("sentence", "This is a test of Vigil's hook. Nobody needs help.");
    return new Message(id, "vigil.test", body.toString());
  }

  private static ObjectNode envelope(
      HookForm form, String id, String type, Instant time, String subject) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (form) {
      case STANDARD -> body.put("type", type).put("timestamp", time.toString());
      case CLOUD_EVENTS ->
          body.put("specversion", "1.0")
              .put("id", id)
              .put("source", SOURCE)
              .put("type", "io.vigil." + type)
              .put("subject", subject)
              .put("time", time.toString())
              .put("datacontenttype", "application/json");
    }
    return body;
  }

  private ObjectNode data(AlertNews news) {
    Alert alert = news.alert();
    ObjectNode data = JSON.createObjectNode();
    data.put("alertId", alert.id());
    data.put("participantId", alert.key().participantId());
    data.put("alertType", alert.key().type().name());
    data.put("severity", alert.severity().name());
    data.put("status", alert.status().name());
    data.put("sentence", alert.evidence().sentence());
    data.put("startTs", Instant.EPOCH.plus(alert.key().start(), ChronoUnit.MICROS).toString());
    data.putObject("escalation").put("level", news.level()).put("calls", news.calls());
    data.put("revision", alert.revision());
    page.ifPresent(
        address ->
            data.put("link", address + URLEncoder.encode(alert.id(), StandardCharsets.UTF_8)));
    return data;
  }

  private static String id(String hook, String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((hook + "\n" + key).getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
