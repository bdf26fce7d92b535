package io.vigil.cost;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.sensor.DeadLetter;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.Places;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.RequestCharge;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What writes of our documents are charged by the tests' server, which counts as documented. */
final class MeasuredUnits implements AutoCloseable {
  private static final double A_TERM = 0.2;
  private static final long HOUR = 3_600_000_000L;
  private static final long START = 1_767_600_000_000_000L;
  private static final ModelRef MODEL = new ModelRef("chest", 1, "a".repeat(64));

  private final CosmosServer server = CosmosServer.start();
  private final CosmosStore store = CosmosStore.open(Places.at(server));

  /** A document's size and what it is charged. */
  record Charge(int bytes, double first, double again) {

    /** How many indexed terms the first write was charged for. */
    long terms() {
      return Math.round((first - RequestCharge.create(bytes, 0)) / A_TERM);
    }
  }

  Charge activity() {
    return charge(activity(true, 1), activity(false, 1800));
  }

  private static Document activity(boolean open, int windows) {
    return Documents.activity(
        new Episode(
            "p-q7xk2mzn4rtv9wbc3dfg5hjk6l",
            "WALKING",
            START,
            START + HOUR,
            open,
            windows,
            0.93,
            MODEL));
  }

  Charge prediction() {
    return charge(
        Documents.prediction(
            new Prediction(
                "p-q7xk2mzn4rtv9wbc3dfg5hjk6l",
                START,
                START + 4_000_000,
                "WALKING",
                0.93,
                new double[] {0.01, 0.93, 0.02, 0.02, 0.02},
                "",
                MODEL)));
  }

  /** Of a message of a second in JSON that could not be used. */
  Charge deadLetter() {
    return charge(
        Documents.deadLetter(
            new DeadLetter(
                DeadLetter.Kind.INVALID,
                "p-q7xk2mzn4rtv9wbc3dfg5hjk6l",
                "sensors/3",
                123_456_789,
                "unit is 'furlong', expected one of g, m/s2, mg, raw",
                52,
                "1".repeat(900).getBytes(StandardCharsets.UTF_8))));
  }

  private Charge charge(Document document) {
    return charge(document, document);
  }

  private Charge charge(Document first, Document again) {
    return new Charge(
        first.body().getBytes(StandardCharsets.UTF_8).length, write(first), write(again));
  }

  private double write(Document document) {
    double before = server.requestUnits();
    store.upsert(List.of(document));
    return server.requestUnits() - before;
  }

  @Override
  public void close() {
    store.close();
    server.close();
  }
}
