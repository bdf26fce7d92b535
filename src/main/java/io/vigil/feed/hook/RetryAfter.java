package io.vigil.feed.hook;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  /**
   * How long a receiver asks to wait; nothing where it does not, or not so that it is understood.
   */
  static Optional<Duration> of(HttpHeaders headers, Clock clock) {
    return headers.firstValue("retry-after").flatMap(text -> read(text.strip(), clock.instant()));
  }

  private static Optional<Duration> read(String text, Instant now) {
    if (text.matches("\\d{1," + MOST_DIGITS + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private RetryAfter() {}
}
