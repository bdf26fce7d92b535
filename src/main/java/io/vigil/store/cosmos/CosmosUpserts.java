package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncDatabase;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.StoreException;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Writes documents and waits until each has come to its end. */
final class CosmosUpserts {
  private static final long LONGEST_WAIT_MILLIS = 1000;

  private final String place;
  private final CosmosAsyncDatabase database;
  private final CosmosSender.Way way;

  CosmosUpserts(String place, CosmosAsyncDatabase database, CosmosSender.Way way) {
    this.place = place;
    this.database = database;
    this.way = way;
  }

  void write(List<Document> documents) {
    Inbox inbox = new Inbox(() -> {});
    try (CosmosSender sender = new CosmosSender(database, inbox, way)) {
      Delivery delivery =
          new Delivery(
              place,
              WriteQueue.usual(),
              sender,
              BackOff.usual(RandomGenerator.getDefault()),
              new Tallies(CosmosUpserts::millis),
              CosmosUpserts::millis);
      for (Document document : documents) {
        if (document.container() != Container.TALLIES) {
          while (!delivery.hasRoom()) {
            turn(delivery, inbox);
          }
          delivery.accept(document);
        }
      }
      while (!delivery.isDone()) {
        turn(delivery, inbox);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(place + ": interrupted while writing; writing all again is safe", e);
    }
  }

  private static void turn(Delivery delivery, Inbox inbox) throws InterruptedException {
    delivery.send(true);
    OptionalLong wake = delivery.wakeAt();
    long pause = wake.isPresent() ? wake.getAsLong() - millis() : LONGEST_WAIT_MILLIS;
    inbox.awaitAndDrainTo(delivery, Math.max(1, Math.min(pause, LONGEST_WAIT_MILLIS)));
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }
}
