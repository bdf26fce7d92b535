package io.vigil.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What makes an alert this alert.
 *
 * @param participantId whose; the empty string where it is about no participant
 * @param type of it
 * @param start when it began, microseconds of event time since the epoch (UTC)
 */
public record AlertKey(String participantId, AlertType type, long start) {

  /** The document's id: the same whenever the same is found again, and one every store takes. */
  public String id() {
    return URLEncoder.encode(participantId, StandardCharsets.UTF_8)
        + "_"
        + type.title()
        + "_"
        + Instant.EPOCH.plus(start, ChronoUnit.MICROS);
  }
}
