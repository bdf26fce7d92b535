package io.vigil.store.cosmos;

import static io.vigil.store.Forms.DAY;
import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.Forms;
import io.vigil.store.StoreException;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Fault;
import io.vigil.store.cosmos.server.RequestKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer between a task's mailbox and the server. */
class CosmosWriterTest {
  private static CosmosServer server;

  private OneThread task;
  private SinkWriter<Document> writer;
  private String p;

  @BeforeAll
  static void start() {
    server = CosmosServer.start(2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    task = new OneThread();
    writer = new CosmosSink(Places.at(server)).createWriter(task.context());
    p = UUID.randomUUID().toString();
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    task.close();
    server.faults().clear();
    server.limit(0);
    server.forbid();
  }

  /** Seen red with: a flush that returns when everything has been sent. */
  @Test
  void aFlushReturnsOnlyWhenEverythingIsStored() throws Exception {
    CompletableFuture<Void> released = new CompletableFuture<>();
    server.faults().times(1, RequestKind.BULK, Fault.heldUntil(released));
    List<Document> documents = activities(50);
    for (Document document : documents) {
      writer.write(document, null);
    }
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
        .execute(() -> released.complete(null));

    writer.flush(false);

    assertThat(released).isDone();
    assertThat(stored("activities")).hasSize(50);
  }

  @Test
  void aFlushWithNothingToDoReturnsAtOnce() throws Exception {
    writer.flush(false);
    writer.flush(true);
  }

  @Test
  void documentsWithoutARevisionKeepTheFormWrittenLastAndOnesWithTheHighest() throws Exception {
    for (int i = 0; i < 200; i++) {
      writer.write(Forms.activity(p, NINE, i / 1000.0), null);
      writer.write(Forms.alert(p, NINE, 1 + i * 7 % 100), null);
      task.tryYield();
    }
    writer.flush(false);

    assertThat(stored("activities"))
        .extracting(d -> d.get("confidence").asDouble())
        .containsExactly(0.199);
    assertThat(stored("alerts")).extracting(d -> d.get("revision").asInt()).containsExactly(100);
    assertThat(server.overlappingWrites()).isEmpty();
  }

  @Test
  void aDocumentTooLargeBecomesADeadLetterAndTheOthersAreWritten() throws Exception {
    Document small = Forms.activity(p, NINE, 0.5);
    String body = small.body().replace("Walking", "x".repeat(2_200_000));
    Document large = new Document(Container.ACTIVITIES, small.id(), p, DAY, small.time(), body);
    writer.write(large, null);
    writer.write(Forms.activity(p, NINE.plusSeconds(1), 0.5), null);
    writer.flush(false);

    assertThat(stored("activities")).hasSize(1);
    assertThat(stored("deadletters")).hasSize(1);
    ObjectNode letter = stored("deadletters").get(0);
    assertThat(letter.get("kind").asText()).isEqualTo("REFUSED");
    assertThat(letter.get("container").asText()).isEqualTo("activities");
    assertThat(letter.get("refusedId").asText()).isEqualTo(small.id());
    assertThat(letter.get("bytes").asInt()).isGreaterThan(2_200_000);
    assertThat(letter.get("reason").asText()).contains("at most");
  }

  @Test
  void aDocumentThatTheServerRefusesBecomesADeadLetter() throws Exception {
    server.faults().itemTimes(1, Forms.activity(p, NINE, 0.5).id(), 400);
    writer.write(Forms.activity(p, NINE, 0.5), null);
    writer.write(Forms.activity(p, NINE.plusSeconds(1), 0.5), null);
    writer.flush(false);

    assertThat(stored("activities")).hasSize(1);
    assertThat(stored("deadletters")).hasSize(1);
  }

  @Test
  void talliesAreNotWritten() throws Exception {
    writer.write(new Document(Container.TALLIES, p, p, "", 0, "{}"), null);
    writer.flush(false);
    assertThat(server.journal()).noneMatch(entry -> entry.id().equals(p));
  }

  @Test
  void permissionLostStopsTheJobWithOneLineThatKeepsTheSecret() throws Exception {
    server.forbid(RequestKind.BULK);
    writer.write(Forms.activity(p, NINE, 0.5), null);
    assertThatThrownBy(() -> writer.flush(false))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("create of activities")
        .hasMessageContaining("403")
        .hasMessageContaining("Built-in Data Contributor")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining(server.key());
  }

  @Test
  void aThrottledServerSlowsTheWriterAndLosesNothing() throws Exception {
    server.limit(400);
    List<Document> documents = activities(300);
    for (Document document : documents) {
      writer.write(document, null);
    }
    writer.flush(false);
    assertThat(stored("activities")).hasSize(300);
    assertThat(server.overlappingWrites()).isEmpty();
  }

  @Test
  void moreThanTheQueueHoldsIsWrittenWhileItIsHandedOver() throws Exception {
    List<Document> documents = activities(6000);
    for (Document document : documents) {
      writer.write(document, null);
    }
    assertThat(stored("activities")).as("before the flush").isNotEmpty();
    writer.flush(false);
    assertThat(stored("activities")).hasSize(6000);
  }

  @Test
  void closingWhileRequestsAreUnderWayGivesThemUp() throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    server.faults().times(1, Set.of(RequestKind.BULK), Fault.heldUntil(never));
    writer.write(Forms.activity(p, NINE, 0.5), null);
    writer.close();
    never.complete(null);
    while (task.tryYield()) {
      // Mails that come late find the writer closed.
    }
    open();
  }

  private List<Document> activities(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Forms.activity(p, NINE.plusSeconds(i), 0.5))
        .toList();
  }

  private List<ObjectNode> stored(String container) {
    return server.documents(container).stream()
        .filter(document -> document.get("participantId").asText().equals(p))
        .toList();
  }
}
