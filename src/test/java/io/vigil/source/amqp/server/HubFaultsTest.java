package io.vigil.source.amqp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.SendOptions;
import io.vigil.Await;
import io.vigil.source.amqp.AmqpClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the unchanged client makes of a hub that misbehaves. */
class HubFaultsTest {
  private AmqpHubServer server;
  private HubReader reader;

  @BeforeEach
  void start() {
    server = AmqpHubServer.start();
    server.createHub("sensors", 2);
    server.publish("sensors", 0, bytes("m0"), bytes("m1"), bytes("m2"), bytes("m3"));
    reader = new HubReader(server.address("sensors"));
  }

  @AfterEach
  void stop() {
    reader.close();
    server.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AmqpException faultOf(CompletableFuture<?> reading) throws Exception {
    try {
      reading.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return (AmqpException) e.getCause();
    }
    throw new AssertionError("Ended without a fault");
  }

  /** The client says nothing of a broken connection: whoever reads must begin again. */
  @Test
  void aDroppedConnectionEndsReadingWithoutAFaultAndItCanBeginAgain() throws Exception {
    CompletableFuture<List<PartitionEvent>> all =
        reader.receive(0, EventPosition.earliest()).collectList().toFuture();
    Await.until(() -> server.counters().messagesDelivered() == 4);
    server.dropConnections();
    assertThat(all.get(60, TimeUnit.SECONDS)).hasSizeLessThanOrEqualTo(4);
    assertThat(reader.read(0, EventPosition.fromSequenceNumber(1), 2)).containsExactly("m2", "m3");
    assertThat(server.counters().connections()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aConnectionIsDroppedAfterSoManyMessages() throws Exception {
    server.dropConnectionAfter(3);
    List<PartitionEvent> read =
        reader
            .receive(0, EventPosition.earliest())
            .collectList()
            .toFuture()
            .get(60, TimeUnit.SECONDS);
    assertThat(read).hasSizeLessThanOrEqualTo(3);
    assertThat(server.counters().messagesDelivered()).isEqualTo(3);
    assertThat(reader.read(0, EventPosition.earliest(), 4)).hasSize(4);
  }

  @Test
  void aDetachedReaderIsToldWhy() throws Exception {
    CompletableFuture<Void> reading = reader.receive(0, EventPosition.earliest()).then().toFuture();
    Await.until(() -> server.counters().linksOpened() == 1);
    server.detachReaders("amqp:link:detach-forced", "The link is moved.");
    AmqpException fault = faultOf(reading);
    assertThat(fault.getErrorCondition()).isEqualTo(AmqpErrorCondition.LINK_DETACH_FORCED);
    assertThat(fault.isTransient()).isTrue();
    assertThat(reader.read(0, EventPosition.earliest(), 1)).containsExactly("m0");
  }

  @Test
  void aHigherOwnerLevelThrowsALowerOneOut() throws Exception {
    CompletableFuture<Void> low = reader.receive(0, EventPosition.latest(), 1).then().toFuture();
    Await.until(() -> server.counters().linksOpened() == 1);
    try (HubReader other = new HubReader(server.address("sensors"))) {
      assertThat(other.receive(0, EventPosition.earliest(), 2).next().block(HubReader.PATIENCE))
          .isNotNull();
    }
    assertThat(faultOf(low).getErrorCondition()).isEqualTo(AmqpErrorCondition.LINK_STOLEN);
  }

  @Test
  void aLowerOwnerLevelIsKeptOut() {
    CompletableFuture<Void> high = reader.receive(0, EventPosition.latest(), 5).then().toFuture();
    Await.until(() -> server.counters().linksOpened() == 1);
    try (HubReader other = new HubReader(server.address("sensors"))) {
      assertThatThrownBy(
              () -> other.receive(0, EventPosition.earliest(), 4).blockFirst(HubReader.PATIENCE))
          .hasMessageContaining("is created with epoch of '5'");
      assertThatThrownBy(() -> other.read(0, EventPosition.earliest(), 1))
          .hasMessageContaining("is created with epoch of '5'");
    }
    assertThat(high).isNotDone();
  }

  @Test
  void fiveReadersArePossibleAndASixthIsNot() {
    List<CompletableFuture<Void>> five = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      five.add(reader.receive(0, EventPosition.latest()).then().toFuture());
    }
    Await.until(() -> server.counters().linksOpened() == 5);
    assertThatThrownBy(() -> reader.read(0, EventPosition.earliest(), 1))
        .isInstanceOf(AmqpException.class)
        .hasMessageContaining("maximum number of allowed receivers per partition")
        .extracting(e -> ((AmqpException) e).getErrorCondition())
        .isEqualTo(AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED);
    assertThat(five).noneMatch(CompletableFuture::isDone);
    try (HubReader other = new HubReader(server.address("sensors"), "$Default")) {
      assertThat(other.read(0, EventPosition.earliest(), 1)).containsExactly("m0");
    }
  }

  @Test
  void aRefusedTokenIsNotRefusedForEver() {
    server.refuseTokens(1);
    assertThatThrownBy(() -> reader.read(0, EventPosition.earliest(), 1))
        .hasMessageContaining("InvalidSignature");
    assertThat(reader.read(0, EventPosition.earliest(), 1)).containsExactly("m0");
  }

  @Test
  void aSlowHubIsSlowAndNotWrong() {
    server.delay(Duration.ofMillis(100));
    assertThat(reader.read(0, EventPosition.earliest(), 4)).hasSize(4);
    server.delay(Duration.ZERO);
    assertThat(reader.read(0, EventPosition.earliest(), 4)).hasSize(4);
  }

  @Test
  void aSentBatchIsTakenApart() {
    try (EventHubProducerClient sender =
        AmqpClients.builder(server.address("sensors"), HubReader.retries()).buildProducerClient()) {
      sender.send(
          List.of(new EventData("a"), new EventData("b"), new EventData("c")),
          new SendOptions().setPartitionId("1"));
      sender.send(List.of(new EventData("d")), new SendOptions().setPartitionId("1"));
      assertThat(reader.read(1, EventPosition.earliest(), 4)).containsExactly("a", "b", "c", "d");
    }
  }

  /** A message is in the hub whose sender never heard so, and sends it again. */
  @Test
  void aLostAcknowledgementMakesAMessageComeTwice() {
    try (EventHubProducerClient sender =
        AmqpClients.builder(server.address("sensors"), HubReader.retries().setMaxRetries(3))
            .buildProducerClient()) {
      server.loseAcknowledgements(1);
      sender.send(List.of(new EventData("twice")), new SendOptions().setPartitionId("1"));
      assertThat(server.messages("sensors", 1))
          .hasSize(2)
          .allMatch(message -> new String(message.body(), StandardCharsets.UTF_8).equals("twice"));
    }
  }

  @Test
  void aHubMadeAnewBeginsAtZero() {
    server.recreateHub("sensors", 1);
    assertThatThrownBy(() -> reader.read(0, EventPosition.fromSequenceNumber(3), 1))
        .hasMessageContaining("'3' is invalid. The last sequence number in the system is '-1'");
  }
}
