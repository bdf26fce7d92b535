package io.vigil.store.cosmos;

import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.Await;
import io.vigil.store.Document;
import io.vigil.store.Forms;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Fault;
import io.vigil.store.cosmos.server.RequestKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tasks that write one episode: one that is lost, and the one that took over from it. */
class LateWritesTest {
  private CosmosServer server;
  private OneThread task;
  private SinkWriter<Document> writer;
  private String p;

  @BeforeEach
  void open() throws Exception {
    server = CosmosServer.start(2);
    task = new OneThread();
    writer = new CosmosSink(Places.at(server)).createWriter(task.context());
    p = UUID.randomUUID().toString();
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    task.close();
    server.close();
  }

  /** Seen red with: activities without a standing. */
  @Test
  void aWriteOfALostTaskThatIsCarriedOutLateLeavesTheNewerForm() throws Exception {
    Late late = new Late();
    server.faults().times(1, RequestKind.BULK, late.fault());
    assertLateWriteChangesNothing(late, Forms.activity(p, NINE, 0.5));
  }

  /** Seen red with: activities without a standing. */
  @Test
  void aReplacementByALostTaskThatIsCarriedOutLateLeavesTheNewerForm() throws Exception {
    store(Forms.activity(p, NINE, 0.5));
    Late late = new Late();
    server.faults().times(1, RequestKind.BULK, Fault.slow(Duration.ZERO));
    server.faults().times(1, RequestKind.BULK, late.fault());
    assertLateWriteChangesNothing(late, Forms.closed(p, NINE, 3));
  }

  private void assertLateWriteChangesNothing(Late late, Document older) throws Exception {
    writer.write(older, null);
    Await.until(
        () -> {
          task.tryYield();
          return late.came().isDone();
        });
    Document newer = Forms.closed(p, NINE, 5);
    withAnotherTask(newer);
    late.released().complete(null);
    late.done().get(60, TimeUnit.SECONDS);
    assertThat(bodies()).containsExactly(newer.body());
  }

  /** Seen red with: a stored form that keeps no other out. */
  @Test
  void aWriteThatIsSentAgainBecauseItsAnswerWasLostLeavesTheNewerForm() throws Exception {
    server.faults().times(1, RequestKind.BULK, Fault.answerLost());
    writer.write(Forms.activity(p, NINE, 0.5), null);
    Await.until(() -> !stored().isEmpty());
    Document newer = Forms.closed(p, NINE, 5);
    withAnotherTask(newer);
    writer.flush(false);
    assertThat(bodies()).containsExactly(newer.body());
    assertThat(writes(newer.id())).isEqualTo(2);
  }

  @Test
  void theSameFormAgainIsWrittenAgain() throws Exception {
    Document closed = Forms.closed(p, NINE, 5);
    store(closed);
    store(closed);
    assertThat(bodies()).containsExactly(closed.body());
    assertThat(writes(closed.id())).isEqualTo(2);
  }

  @Test
  void anotherModelsFormIsWrittenOverOneWithMoreWindows() throws Exception {
    store(Forms.closed(p, NINE, 5));
    Document another = Forms.closedByAnother(p, NINE, 2);
    store(another);
    assertThat(bodies()).containsExactly(another.body());
  }

  /** Seen red with: a form in the place of one that was to be created, looked for first. */
  @Test
  void aFirstWriteIsOneRequestAlsoWhereTheEpisodeGrewMeanwhile() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Fault counted = new Fault(0, 0, requests::incrementAndGet, Fault.Pause.NONE, Fault.Cut.NOWHERE);
    server.faults().times(1000, Set.of(RequestKind.BULK, RequestKind.READ), counted);
    // The first request goes at once; while it is under way the others wait a moment.
    writer.write(Forms.prediction(p, NINE), null);
    writer.write(Forms.activity(p, NINE, 0.5), null);
    writer.write(Forms.closed(p, NINE, 5), null);
    writer.flush(false);
    assertThat(bodies()).containsExactly(Forms.closed(p, NINE, 5).body());
    assertThat(requests).hasValue(2);
  }

  /** A request that is carried out when it is released. */
  private record Late(
      CompletableFuture<Void> came,
      CompletableFuture<Void> released,
      CompletableFuture<Void> done) {
    Late() {
      this(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
    }

    Fault fault() {
      return new Fault(
          0,
          0,
          () -> {
            came.complete(null);
            released.join();
          },
          () -> done.complete(null),
          Fault.Cut.NOWHERE);
    }
  }

  private void store(Document document) throws Exception {
    writer.write(document, null);
    writer.flush(false);
  }

  private void withAnotherTask(Document document) throws Exception {
    try (OneThread another = new OneThread()) {
      SinkWriter<Document> its = new CosmosSink(Places.at(server)).createWriter(another.context());
      its.write(document, null);
      its.flush(false);
      its.close();
    }
  }

  private List<ObjectNode> stored() {
    return server.documents("activities");
  }

  private List<String> bodies() {
    return stored().stream().map(ObjectNode::toString).toList();
  }

  private long writes(String id) {
    return server.journal().stream().filter(entry -> entry.id().equals(id)).count();
  }
}
