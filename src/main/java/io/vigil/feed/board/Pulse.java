package io.vigil.feed.board;

import io.vigil.store.Document;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The newest heartbeat of the job. */
public final class Pulse {
  /** How old a heartbeat may be: two may be missing. */
  public static final Duration OLDEST = Duration.ofSeconds(30);

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

  /** Whether the job lives. */
  public boolean isAlive(Instant now) {
    Document last = newest;
    return last != null
        && Instant.EPOCH.plus(last.time(), ChronoUnit.MICROS).plus(OLDEST).isAfter(now);
  }
}
