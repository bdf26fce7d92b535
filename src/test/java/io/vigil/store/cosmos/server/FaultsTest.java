package io.vigil.store.cosmos.server;

import static io.vigil.store.cosmos.server.PointOperationsTest.assertStatus;
import static io.vigil.store.cosmos.server.PointOperationsTest.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosBulkOperations;
import com.azure.cosmos.models.CosmosItemOperation;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client meets when something goes wrong, and what it makes of it. */
class FaultsTest {
  private static final PartitionKey ANNA = new PartitionKey("anna");

  private final Clients.Connected connected = Clients.to(3);
  private final CosmosServer server = connected.server();
  private CosmosContainer container;

  @BeforeEach
  void fillTheClientsCaches() {
    container = connected.container("/who");
    container.createItem(document("anna", "x", 1));
  }

  @ParameterizedTest
  @CsvSource({"503,0", "500,0", "408,0", "410,1007"})
  void whatTheClientDoesNotRetryComesThrough(int status, int subStatus) {
    long before = server.requests(RequestKind.UPSERT);
    server.faults().times(1, RequestKind.UPSERT, Fault.status(status));
    assertStatus(status, subStatus, () -> container.upsertItem(document("anna", "x", 2)));
    assertThat(server.requests(RequestKind.UPSERT) - before).isEqualTo(1);
    assertThat(stored()).isEqualTo(1);
    container.upsertItem(document("anna", "x", 3));
    assertThat(stored()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 449})
  void whatTheClientRetriesIsDoneInTheEnd(int status) {
    long hits = server.faults().hits();
    server.faults().times(2, RequestKind.UPSERT, Fault.status(status));
    assertThat(container.upsertItem(document("anna", "x", 2)).getStatusCode()).isEqualTo(200);
    assertThat(server.faults().hits() - hits).isEqualTo(2);
  }

  @Test
  void aSessionThatIsNotAvailableYetIsAskedAgain() {
    server.faults().times(1, RequestKind.READ, Fault.status(404, 1002));
    assertThat(container.readItem("x", ANNA, ObjectNode.class).getStatusCode()).isEqualTo(200);
  }

  @Test
  void aLostAnswerWasCommittedAndAClosedConnectionWasNot() {
    server.faults().times(1, RequestKind.UPSERT, Fault.answerLost());
    assertStatus(503, 10001, () -> container.upsertItem(document("anna", "x", 2)));
    assertThat(stored()).isEqualTo(2);
    server.faults().times(1, RequestKind.UPSERT, Fault.closedBefore());
    assertStatus(503, 10001, () -> container.upsertItem(document("anna", "x", 3)));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void slowAnswersComeAllTheSame() {
    server.faults().times(1, RequestKind.UPSERT, Fault.slow(Duration.ofMillis(50)));
    server.faults().times(1, RequestKind.UPSERT, Fault.slowAnswer(Duration.ofMillis(50)));
    container.upsertItem(document("anna", "x", 2));
    container.upsertItem(document("anna", "x", 3));
    assertThat(stored()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {449, 503, 408, 410, 412, 413, 400})
  void singleOperationsOfABulkFailAlone(int status) {
    server.faults().itemTimes(1, "id7", status);
    assertThat(BatchTest.statuses(container, bulk(30, 1))).isEqualTo(Map.of(201, 29L, status, 1L));
    assertThat(BatchTest.statuses(container, bulk(30, 2))).isEqualTo(Map.of(200, 29L, 201, 1L));
  }

  @Test
  void aThrottledOperationOfABulkIsRetriedByTheClient() {
    server.faults().itemTimes(3, 429);
    assertThat(BatchTest.statuses(container, bulk(30, 1))).isEqualTo(Map.of(201, 30L));
  }

  /** Seen red with: the seed left out, and with {@code probability} read as its complement. */
  @Test
  void chanceIsSeeded() {
    List<Integer> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Faults faults = new Faults().seed(7).itemsAtRandom(0.2, 503, 408);
      ItemOperation any =
          new ItemOperation(RequestKind.UPSERT, Json.array(), "", "x", null, "", "");
      StringBuilder met = new StringBuilder();
      for (int i = 0; i < 1000; i++) {
        met.append(faults.next(any).map(Fault::status).orElse(0)).append(' ');
      }
      runs.add(met.toString().hashCode());
      assertThat(faults.hits()).isBetween(150L, 250L);
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void aLimitIsKeptBySecondAndPartition() {
    AtomicInteger second = new AtomicInteger();
    try {
      server.clock(
          new Clock() {
            @Override
            public Instant instant() {
              return Instant.ofEpochSecond(1_800_000_000L + second.get());
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });
      server.limit(20);
      CosmosContainer impatient = connected.impatient(container);
      // Three terms and less than 1 KB: 5.55 units each, so the fourth overdraws the second.
      for (int i = 0; i < 4; i++) {
        impatient.upsertItem(document("anna", "y" + i, 1));
      }
      assertStatus(429, 3200, () -> impatient.upsertItem(document("anna", "z", 1)));
      second.incrementAndGet();
      assertThat(impatient.upsertItem(document("anna", "z", 1)).getStatusCode()).isEqualTo(201);
    } finally {
      server.clock(Clock.systemUTC());
    }
  }

  /** Seen red with: {@code InFlight.begin} that does not count. */
  @Test
  void seesTwoWritesOfOneDocumentAtOnce() {
    assertThat(overlaps()).isEmpty();
    CompletableFuture<Void> released = new CompletableFuture<>();
    long before = server.requests(RequestKind.UPSERT);
    server.faults().times(1, RequestKind.UPSERT, Fault.heldUntil(released));
    CompletableFuture<?> slow =
        CompletableFuture.runAsync(() -> container.upsertItem(document("anna", "x", 2)));
    while (server.requests(RequestKind.UPSERT) == before && !slow.isDone()) {
      Thread.onSpinWait();
    }
    container.upsertItem(document("anna", "other", 1));
    container.upsertItem(document("bert", "x", 1));
    assertThat(overlaps()).isEmpty();
    container.upsertItem(document("anna", "x", 3));
    assertThat(overlaps()).hasSize(1);
    released.complete(null);
    slow.join();
    assertThat(stored()).as("the older write came last").isEqualTo(2);
    assertThat(server.journal())
        .filteredOn(entry -> entry.container().equals(container.getId()))
        .extracting(entry -> entry.partitionKey() + entry.id() + Json.parse(entry.body()).get("n"))
        .containsExactly(
            "[\"anna\"]x1", "[\"anna\"]other1", "[\"bert\"]x1", "[\"anna\"]x3", "[\"anna\"]x2");
  }

  @Test
  void twoWritesOfOneDocumentInOneBulkOverlapToo() {
    InFlight inFlight = new InFlight();
    InFlight.Document one = new InFlight.Document("c", new DocumentKey("[\"anna\"]", "x"));
    inFlight.begin(List.of(one, one));
    inFlight.end(List.of(one, one));
    inFlight.begin(List.of(one));
    assertThat(inFlight.overlapping()).containsExactly(one);
  }

  private List<String> overlaps() {
    return server.overlappingWrites().stream()
        .filter(overlap -> overlap.contains(container.getId()))
        .toList();
  }

  private int stored() {
    return container.readItem("x", ANNA, ObjectNode.class).getItem().path("n").asInt();
  }

  private static List<CosmosItemOperation> bulk(int size, int n) {
    List<CosmosItemOperation> operations = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      operations.add(
          CosmosBulkOperations.getUpsertItemOperation(document("anna", "id" + i, n), ANNA));
    }
    return operations;
  }
}
