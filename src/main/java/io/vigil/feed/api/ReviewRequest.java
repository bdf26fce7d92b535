package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.RequestBody;
import io.vigil.learn.Label;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** A reviewer's answer as it is sent. */
final class ReviewRequest {
  private static final Set<String> FIELDS = Set.of("participantId", "start", "end", "activity");
  private static final int LONGEST = 200;

  /**
   * Reads it.
   *
   * @param now when it is given
   * @throws Refusal 400, 413 or 415, saying what was expected
   */
  static Label read(Context to, String reviewer, Instant now) {
    ObjectNode body = RequestBody.read(to, FIELDS);
    long start = time(body, "start");
    long end = time(body, "end");
    if (end <= start) {
      throw new Refusal(400, "The field end is not after start, expected those of an item");
    }
    return new Label(
        text(body, "participantId"), start, end, text(body, "activity"), reviewer, micros(now));
  }

  private static String text(ObjectNode body, String name) {
    JsonNode field = body.path(name);
    if (!field.isTextual() || field.asText().isEmpty() || field.asText().length() > LONGEST) {
      throw new Refusal(
          400, "The field %s is missing or no text of 1 to %d characters".formatted(name, LONGEST));
    }
    return field.asText();
  }

  private static long time(ObjectNode body, String name) {
    try {
      return micros(Instant.parse(text(body, name)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refusal(
          400, "The field %s is no time, expected one like 2026-01-05T09:00:00Z".formatted(name));
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private ReviewRequest() {}
}
