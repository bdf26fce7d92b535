package io.vigil.source.amqp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubProperties;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.LastEnqueuedEventProperties;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import io.vigil.Await;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub in good order, seen by the unchanged client. */
class AmqpHubServerTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private AmqpHubServer server;
  private HubReader reader;

  @BeforeEach
  void start() {
    server = AmqpHubServer.start();
    server.createHub("sensors", 2);
    for (int i = 0; i < 6; i++) {
      server.publishAt(NINE.plusSeconds(i), "sensors", 1, bytes("m" + i));
    }
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

  private void assertReads(EventPosition from, String... expected) {
    assertThat(reader.read(1, from, expected.length)).containsExactly(expected);
  }

  @Test
  void saysWhatTheHubIs() {
    EventHubProperties hub = reader.client().getEventHubProperties().block(HubReader.PATIENCE);
    assertThat(hub.getName()).isEqualTo("sensors");
    assertThat(hub.getPartitionIds()).containsExactly("0", "1");
    server.addPartition("sensors");
    assertThat(reader.client().getPartitionIds().collectList().block(HubReader.PATIENCE))
        .containsExactly("0", "1", "2");
  }

  @Test
  void saysHowFarAPartitionIs() {
    PartitionProperties one = reader.client().getPartitionProperties("1").block(HubReader.PATIENCE);
    assertThat(one.getBeginningSequenceNumber()).isZero();
    assertThat(one.getLastEnqueuedSequenceNumber()).isEqualTo(5);
    assertThat(one.getLastEnqueuedTime()).isEqualTo(NINE.plusSeconds(5));
    assertThat(one.isEmpty()).isFalse();
    PartitionProperties none =
        reader.client().getPartitionProperties("0").block(HubReader.PATIENCE);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.getLastEnqueuedSequenceNumber()).isEqualTo(-1);
  }

  @Test
  void messagesHaveTheirPlace() {
    PartitionEvent third =
        reader
            .receive(1, EventPosition.fromSequenceNumber(2, true))
            .next()
            .block(HubReader.PATIENCE);
    assertThat(third.getData().getSequenceNumber()).isEqualTo(2);
    assertThat(third.getData().getOffsetString())
        .isEqualTo(Long.toString(server.messages("sensors", 1).get(2).offset()));
    assertThat(third.getData().getEnqueuedTime()).isEqualTo(NINE.plusSeconds(2));
  }

  @Test
  void readsFromEveryKindOfPosition() {
    String thirdOffset = Long.toString(server.messages("sensors", 1).get(2).offset());
    assertReads(EventPosition.earliest(), "m0", "m1");
    assertReads(EventPosition.fromSequenceNumber(2), "m3", "m4");
    assertReads(EventPosition.fromSequenceNumber(2, true), "m2", "m3");
    assertReads(EventPosition.fromOffsetString(thirdOffset), "m3", "m4");
    assertReads(EventPosition.fromEnqueuedTime(NINE.plusSeconds(2)), "m3", "m4");
    assertReads(EventPosition.fromEnqueuedTime(NINE.plusMillis(1_999)), "m2", "m3");
  }

  @Test
  void theLatestIsWhatComesNow() throws Exception {
    CompletableFuture<PartitionEvent> next =
        reader.receive(1, EventPosition.latest()).next().toFuture();
    Await.until(() -> server.counters().linksOpened() == 1);
    server.publish("sensors", 1, bytes("new"));
    assertThat(next.get(60, TimeUnit.SECONDS).getData().getBodyAsString()).isEqualTo("new");
  }

  /** In the service's words, by which users look for help. */
  @Test
  void aPositionPastTheEndIsRefused() {
    assertThatThrownBy(() -> reader.read(1, EventPosition.fromSequenceNumber(488), 1))
        .isInstanceOf(AmqpException.class)
        .hasMessageContaining(
            "The supplied sequence number '488' is invalid. The last sequence number in the"
                + " system is '5'")
        .extracting(e -> ((AmqpException) e).getErrorCondition())
        .isEqualTo(AmqpErrorCondition.ARGUMENT_ERROR);
    assertThatThrownBy(() -> reader.read(1, EventPosition.fromSequenceNumber(6, true), 1))
        .hasMessageContaining("'6' is invalid");
    assertThatThrownBy(() -> reader.read(1, EventPosition.fromOffsetString("9999"), 1))
        .hasMessageContaining("The supplied offset '9999' is invalid");
  }

  /** The position after the last is good: that is where a reader stands that has read all. */
  @Test
  void theLastPositionIsNotPastTheEnd() throws Exception {
    CompletableFuture<PartitionEvent> next =
        reader.receive(1, EventPosition.fromSequenceNumber(5)).next().toFuture();
    Await.until(() -> server.counters().linksOpened() == 1);
    server.publish("sensors", 1, bytes("m6"));
    assertThat(next.get(60, TimeUnit.SECONDS).getData().getSequenceNumber()).isEqualTo(6);
  }

  /** An expired position is not refused: reading begins at the oldest message left. */
  @Test
  void whatIsExpiredIsLeftOutSilently() {
    server.retain("sensors", 1, 4);
    assertReads(EventPosition.fromSequenceNumber(1), "m4", "m5");
    assertReads(EventPosition.fromOffsetString("0"), "m4", "m5");
    assertReads(EventPosition.earliest(), "m4", "m5");
    PartitionProperties one = reader.client().getPartitionProperties("1").block(HubReader.PATIENCE);
    assertThat(one.getBeginningSequenceNumber()).isEqualTo(4);
    assertThat(one.getLastEnqueuedSequenceNumber()).isEqualTo(5);
    server.retain("sensors", 1, 100);
    server.publish("sensors", 1, bytes("m6"));
    assertReads(EventPosition.earliest(), "m6");
  }

  @Test
  void tellsAReaderWhoAsksHowFarThePartitionIs() {
    LastEnqueuedEventProperties last =
        reader
            .client()
            .receiveFromPartition(
                "1",
                EventPosition.earliest(),
                new ReceiveOptions().setTrackLastEnqueuedEventProperties(true))
            .next()
            .block(HubReader.PATIENCE)
            .getLastEnqueuedEventProperties();
    assertThat(last.getSequenceNumber()).isEqualTo(5);
    assertThat(last.getEnqueuedTime()).isEqualTo(NINE.plusSeconds(5));
    assertThat(last.getOffsetString())
        .isEqualTo(Long.toString(server.messages("sensors", 1).get(5).offset()));
  }

  @Test
  void deliversManyInOrder() {
    byte[][] bodies =
        IntStream.range(0, 20_000).mapToObj(i -> bytes("n" + i)).toArray(byte[][]::new);
    server.publish("sensors", 0, bodies);
    List<String> read = reader.read(0, EventPosition.earliest(), 20_000);
    assertThat(read).isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> "n" + i).toList());
    assertThat(server.counters().messagesDelivered()).isGreaterThanOrEqualTo(20_000);
  }

  @Test
  void unknownGroupsPartitionsAndHubsAreRefused() {
    try (HubReader other = new HubReader(server.address("sensors"), "nobody")) {
      assertRefused(other, 0, AmqpErrorCondition.NOT_FOUND);
      server.addGroup("sensors", "nobody");
      assertThat(other.read(1, EventPosition.earliest(), 1)).containsExactly("m0");
    }
    assertRefused(reader, 7, AmqpErrorCondition.ARGUMENT_OUT_OF_RANGE_ERROR);
    try (HubReader other = new HubReader(server.address("senors"))) {
      assertRefused(other, 0, AmqpErrorCondition.NOT_FOUND);
      assertThatThrownBy(() -> other.client().getEventHubProperties().block(HubReader.PATIENCE))
          .hasMessageContaining("'senors' could not be found");
    }
  }

  @Test
  void aKeyOpensOnlyWhatItMay() {
    String key = "a-key-of-its-own";
    server.addKey("sender", key, Set.of(Right.SEND));
    try (HubReader other = new HubReader(server.address("sensors", "sender", key))) {
      assertRefused(other, 0, AmqpErrorCondition.UNAUTHORIZED_ACCESS);
    }
    try (HubReader other = new HubReader(server.address("sensors", "sender", "wrong"))) {
      assertRefused(other, 0, AmqpErrorCondition.UNAUTHORIZED_ACCESS);
      assertThatThrownBy(() -> other.client().getEventHubProperties().block(HubReader.PATIENCE))
          .hasMessageContaining("InvalidSignature");
    }
  }

  private static void assertRefused(HubReader reader, int partition, AmqpErrorCondition condition) {
    assertThatThrownBy(() -> reader.read(partition, EventPosition.earliest(), 1))
        .isInstanceOf(AmqpException.class)
        .extracting(e -> ((AmqpException) e).getErrorCondition())
        .isEqualTo(condition);
  }
}
