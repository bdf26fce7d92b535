package io.vigil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.Answer;
import io.vigil.publish.Waiting;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the job answers to commands and new rules. */
final class Answers {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final DocumentStore store;
  private final Waiting waiting;

  Answers(DocumentStore store, Waiting waiting) {
    this.store = store;
    this.waiting = waiting;
  }

  /**
   * The answer, if there is one.
   *
   * @param participantId whose alert, or the empty string for rules
   * @param id of what was asked
   */
  Optional<Answer> find(String participantId, String id) {
    return store.find(Container.ANSWERS, participantId, "", id).map(Document::body).map(this::read);
  }

  /** The answer, or nothing where none came in so long. */
  Optional<Answer> await(String participantId, String id, Duration patience) {
    return await(patience, () -> find(participantId, id));
  }

  /** What somebody looks for until it is there, or nothing where it was not in so long. */
  <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) {
    long end = waiting.nanoTime() + patience.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()
        && waiting.nanoTime() - end < 0
        && !waiting.pause(Math.min(LOOK_EVERY.toNanos(), patience.toNanos()))) {
      found = look.get();
    }
    return found;
  }

  private Answer read(String body) {
    JsonNode json = Json.read(body);
    return new Answer(
        json.path("id").asText(),
        json.path("participantId").asText(),
        json.path("alertId").asText(),
        json.path("asked").asText(),
        json.path("actor").asText(),
        Moments.micros(Instant.parse(json.path("ts").asText())),
        Answer.Verdict.valueOf(json.path("verdict").asText()),
        json.path("reason").asText(),
        json.path("changed").asLong(),
        json.path("revision").asInt() - 1);
  }
}
