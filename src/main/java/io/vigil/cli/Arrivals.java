package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.sensor.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * When batches of samples came, so that one can say how long something took from there. Grows with
 * what comes: for jobs that last minutes.
 */
final class Arrivals implements Consumer<RawMessage> {
  private final InstantSource clock;
  private final Map<String, NavigableMap<Instant, Instant>> cameByStart = new ConcurrentHashMap<>();

  Arrivals(InstantSource clock) {
    this.clock = clock;
  }

  /** A batch in JSON came. */
  @Override
  public void accept(RawMessage message) {
    JsonNode batch = Json.read(new String(message.payload(), StandardCharsets.UTF_8));
    cameByStart
        .computeIfAbsent(
            batch.path("participantId").asText(), unused -> new ConcurrentSkipListMap<>())
        .putIfAbsent(Instant.parse(batch.path("start").asText()), clock.instant());
  }

  /** When a participant's batch came that holds the sample of a moment. */
  Optional<Instant> of(String participantId, Instant sample) {
    return Optional.ofNullable(cameByStart.get(participantId))
        .map(came -> came.floorEntry(sample))
        .map(Map.Entry::getValue);
  }
}
