package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.feed.hook.DeliveryState;
import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.hook.Hook;
import java.util.Locale;
import java.util.Map;

/** Hooks and dead letters as they are printed. */
final class HookReport {

  /** A hook as `list` has it. */
  record Listed(
      @JsonProperty("name") String name,
      @JsonProperty("place") String place,
      @JsonProperty("form") String form,
      @JsonProperty("queued") int queued,
      @JsonProperty("delivered") int delivered,
      @JsonProperty("dropped") int dropped,
      @JsonProperty("dead") int dead) {

    static Listed of(Hook hook, Map<DeliveryState, Integer> counts) {
      return new Listed(
          hook.name(),
          hook.place(),
          hook.form().name().toLowerCase(Locale.ROOT).replace("_", ""),
          counts.getOrDefault(DeliveryState.QUEUED, 0),
          counts.getOrDefault(DeliveryState.DELIVERED, 0),
          counts.getOrDefault(DeliveryState.DROPPED, 0),
          counts.getOrDefault(DeliveryState.DEAD, 0));
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-20s %-32s %-11s queued %d, delivered %d, dropped %d, dead %d",
          name,
          place,
          form,
          queued,
          delivered,
          dropped,
          dead);
    }
  }

  /** A dead letter as `dead` has it. */
  record Dead(
      @JsonProperty("messageId") String messageId,
      @JsonProperty("alertId") String alertId,
      @JsonProperty("type") String type,
      @JsonProperty("queuedAt") String queuedAt,
      @JsonProperty("attempts") int attempts,
      @JsonProperty("reason") String reason) {

    static Dead of(DeliveryStatus status) {
      return new Dead(
          status.messageId(),
          status.alertId(),
          status.type(),
          status.queuedAt().toString(),
          status.attempts(),
          status.lastAnswer());
    }

    String line() {
      return "%s  %s  %s  %s: %s".formatted(queuedAt, messageId, type, alertId, reason);
    }
  }

  private HookReport() {}
}
