package io.vigil.alert;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes an alert this alert.
 *
 * @param participantId whose; the empty string where it is about no participant
 * @param type of it
 * @param start when it began, microseconds of event time since the epoch (UTC)
 */
public record AlertKey(String participantId, AlertType type, long start) {
  private static final Pattern ID = Pattern.compile("(.*)_([A-Za-z]+)_([^_]+)");

  /** What an id of {@link #id()} stands for, if it is one. */
  public static Optional<AlertKey> of(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      String participantId = URLDecoder.decode(parts.group(1), StandardCharsets.UTF_8);
      long start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(parts.group(3)));
      return Arrays.stream(AlertType.values())
          .filter(type -> type.title().equals(parts.group(2)))
          .map(type -> new AlertKey(participantId, type, start))
          .filter(key -> key.id().equals(id))
          .findFirst();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The document's id: the same whenever the same is found again, and one every store takes. */
  public String id() {
    return URLEncoder.encode(participantId, StandardCharsets.UTF_8)
        + "_"
        + type.title()
        + "_"
        + Instant.EPOCH.plus(start, ChronoUnit.MICROS);
  }
}
