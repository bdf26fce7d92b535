package io.vigil.feed.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.Command;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.StorePool;
import io.vigil.store.Container;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Takes commands to the job, and waits a moment for what it answers. */
public final class CommandDesk {
  private static final Duration LOOK = Duration.ofMillis(50);

  private final StorePool stores;
  private final CommandDoor door;
  private final Duration patience;

  /**
   * @param patience how long an answer is waited for
   */
  public CommandDesk(StorePool stores, CommandDoor door, Duration patience) {
    this.stores = stores;
    this.door = door;
    this.patience = patience;
  }

  /**
   * Gives a command to the job. One that was answered before has its answer and is not given again.
   *
   * @return the answer's document; empty where there is none yet
   * @throws Refusal 409 where something else was asked by the same id
   */
  Optional<JsonNode> ask(Command command) {
    Optional<JsonNode> before = answer(command);
    if (before.isPresent()) {
      return before;
    }
    door.put(command);
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Optional<JsonNode> answer = answer(command);
      if (answer.isPresent()) {
        return answer;
      }
      pause();
    }
    return answer(command);
  }

  private Optional<JsonNode> answer(Command command) {
    return stores
        .ask(store -> store.find(Container.ANSWERS, command.participantId(), "", command.id()))
        .map(document -> checked(Json.read(document.body()), command));
  }

  private static JsonNode checked(JsonNode answer, Command command) {
    if (answer.path("alertId").asText().equals(command.alertId())
        && answer.path("asked").asText().equals(command.kind().word())
        && answer.path("actor").asText().equals(command.actor())) {
      return answer;
    }
    throw new Refusal(
        409, "Something else was asked by this id before; give each command an id of its own");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The feed stops; send the same again");
    }
  }
}
