package io.vigil.feed.access.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Somebody who is told things for longer than a request takes: whom they hear of is written before
 * they hear it, once an hour. Safe for use by several threads.
 */
final class Listening implements Consumer<String> {
  private final InstantSource clock;
  private final Consumer<List<String>> written;
  private final Map<String, Long> heard = new ConcurrentHashMap<>();

  /**
   * @param written takes whom they hear of, and remembers for itself who was written
   */
  Listening(InstantSource clock, Consumer<List<String>> written) {
    this.clock = clock;
    this.written = written;
    written.accept(List.of());
  }

  /** They are about to hear of a participant; the empty string is nobody. */
  @Override
  public void accept(String participantId) {
    long now = clock.millis();
    Long before = heard.get(participantId);
    // Asked here first: a thousand who listen would otherwise wait for one another at every event.
    boolean late = before == null || Math.abs(now - before) >= Sightings.WRITTEN_AGAIN.toMillis();
    if (late && !participantId.isEmpty()) {
      heard.put(participantId, now);
      written.accept(List.of(participantId));
    }
  }
}
