package io.vigil.feed.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Document;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The newest heartbeat of the job. */
public final class Pulse {
  /** How old a heartbeat may be: two may be missing. */
  public static final Duration OLDEST = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private volatile Document newest;

  /** Takes in heartbeats; an older one changes nothing. */
  public synchronized void take(List<Document> documents) {
    for (Document document : documents) {
      if (newest == null || document.time() >= newest.time()) {
        newest = document;
      }
    }
  }

  /** The newest, if there was one. */
  public Optional<Document> newest() {
    return Optional.ofNullable(newest);
  }

  /** When the job's tasks were asked that have answered by it. */
  public Optional<Instant> newestTime() {
    return newest().map(document -> Instant.EPOCH.plus(document.time(), ChronoUnit.MICROS));
  }

  /** The time of the newest sample that it tells of. */
  public Optional<Instant> newestSample() {
    return newest().flatMap(Pulse::sample);
  }

  private static Optional<Instant> sample(Document document) {
    try {
      String moment = JSON.readTree(document.body()).path("newestSampleTs").asText("");
      return moment.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(moment));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the job lives. */
  public boolean isAlive(Instant now) {
    return newestTime().filter(last -> last.plus(OLDEST).isAfter(now)).isPresent();
  }
}
