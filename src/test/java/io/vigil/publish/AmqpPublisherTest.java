package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.AmqpRetryOptions;
import io.vigil.Await;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.amqp.server.Right;
import io.vigil.source.amqp.server.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a publisher promises, against a hub that misbehaves. */
class AmqpPublisherTest {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private AmqpHubServer server;

  @BeforeEach
  void start() {
    server = AmqpHubServer.start();
    server.createHub("sensors", PARTITIONS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private AmqpPublisher open() {
    return open(server.address("sensors"));
  }

  private static AmqpPublisher open(HubAddress hub) {
    AmqpRetryOptions retries =
        new AmqpRetryOptions()
            .setMaxRetries(5)
            .setDelay(Duration.ofMillis(50))
            .setTryTimeout(Duration.ofSeconds(10));
    return AmqpPublisher.open(hub, retries, PATIENCE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends {@code count} messages each of three participants in turn, numbered from zero. */
  private static void sendNumbered(Publisher publisher, int from, int count) {
    for (int i = from; i < from + count; i++) {
      for (String participant : List.of("ada", "bob", "eve")) {
        publisher.send(participant, bytes(Integer.toString(i)));
      }
    }
  }

  /** The numbers that arrived by participant, in the order of their arrival. */
  private Map<String, List<Integer>> arrived() {
    Map<String, List<Integer>> arrived = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      Set<String> here = new LinkedHashSet<>();
      for (StoredMessage message : server.messages("sensors", partition)) {
        here.add(message.partitionKey());
        arrived
            .computeIfAbsent(message.partitionKey(), key -> new ArrayList<>())
            .add(Integer.parseInt(new String(message.body(), StandardCharsets.UTF_8)));
      }
      assertThat(here).doesNotContainNull();
    }
    return arrived;
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void sendsAllInOrderWithTheParticipantAsKey() {
    try (AmqpPublisher publisher = open()) {
      sendNumbered(publisher, 0, 2_000);
      publisher.flush();
      assertThat(arrived())
          .isEqualTo(Map.of("ada", upTo(2_000), "bob", upTo(2_000), "eve", upTo(2_000)));
    }
  }

  @Test
  void aFlushOfNothingReturns() {
    try (AmqpPublisher publisher = open()) {
      publisher.flush();
      publisher.send("ada", bytes("0"));
      publisher.flush();
      publisher.flush();
      assertThat(arrived()).isEqualTo(Map.of("ada", List.of(0)));
    }
  }

  /** Nobody has to flush for a message to leave. */
  @Test
  void aSingleMessageLeavesByItself() {
    try (AmqpPublisher publisher = open()) {
      publisher.send("ada", bytes("0"));
      Await.until(() -> server.counters().messagesStored() == 1);
    }
  }

  /**
   * A throttled batch waits (the client more than four seconds), and what follows it waits behind
   * it.
   *
   * <p>Seen red with: a lane that is made ready while its batch is under way.
   */
  @Test
  void throttlingOnlySlowsDown() {
    try (AmqpPublisher publisher = open()) {
      server.refuseSends(1);
      publisher.send("ada", bytes("0"));
      Await.until(() -> server.counters().sendsRefused() == 1);
      for (int i = 1; i < 10; i++) {
        publisher.send("ada", bytes(Integer.toString(i)));
      }
      publisher.flush();
      assertThat(arrived()).isEqualTo(Map.of("ada", upTo(10)));
    }
  }

  /**
   * Connections break and answers get lost: messages may come twice, but in order and all.
   *
   * <p>Seen red with: a batch that counts as sent before it is acknowledged.
   */
  @Test
  void nothingIsLostAndOrderIsKeptOverBrokenConnections() {
    try (AmqpPublisher publisher = open()) {
      int sent = 0;
      for (int round = 0; round < 4; round++) {
        sendNumbered(publisher, sent, 200);
        sent += 200;
        if (round % 2 == 0) {
          server.loseAcknowledgements(1);
        } else {
          server.dropConnections();
        }
      }
      publisher.flush();
      Map<String, List<Integer>> arrived = arrived();
      assertThat(arrived).containsOnlyKeys("ada", "bob", "eve");
      arrived.forEach((participant, numbers) -> assertAllInOrder(numbers, upTo(800)));
      long stored = arrived.values().stream().mapToLong(List::size).sum();
      assertThat(stored).as("at least one acknowledgement was lost").isGreaterThan(3 * 800);
    }
  }

  /** Each number's first arrival comes after that of the number before. */
  private static void assertAllInOrder(List<Integer> numbers, List<Integer> expected) {
    assertThat(new ArrayList<>(new LinkedHashSet<>(numbers))).isEqualTo(expected);
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedWithItsSizeAndTheLimit() {
    server.limitMessages(256 << 10);
    try (AmqpPublisher publisher = open()) {
      assertThatThrownBy(() -> publisher.send("ada", new byte[300_000]))
          .isInstanceOf(PublishFailed.class)
          .hasMessageContaining("participant ada has 300,000 bytes")
          .hasMessageContaining("at most 262,144");
      publisher.send("ada", bytes("0"));
      publisher.flush();
      assertThat(arrived()).isEqualTo(Map.of("ada", List.of(0)));
    }
  }

  /** The payload alone would fit, but not with what goes around it. */
  @Test
  void aMessageThatIsTooLargeByItsEnvelopeIsRefused() {
    server.limitMessages(256 << 10);
    try (AmqpPublisher publisher = open()) {
      publisher.send("ada", new byte[256 << 10]);
      assertThatThrownBy(publisher::flush)
          .isInstanceOf(PublishFailed.class)
          .hasMessageContaining("participant ada has 262,144 bytes");
    }
  }

  @Test
  void aKeyThatMayNotSendIsRefusedAtOnce() {
    server.addKey("reader", "cmVhZGVy", Set.of(Right.LISTEN));
    assertThatThrownBy(() -> open(server.address("sensors", "reader", "cmVhZGVy")))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining("localhost/sensors: no permission")
        .hasMessageContaining("'Send' claim")
        .hasMessageNotContaining("cmVhZGVy");
  }

  @Test
  void anUnknownHubIsRefusedAtOnce() {
    assertThatThrownBy(() -> open(server.address("senors")))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining("the hub is unknown")
        .hasMessageContaining("create the hub senors or correct its name");
  }

  /** The client itself would wait for ever. */
  @Test
  void aHubThatCannotBeReachedIsGivenUp() {
    HubAddress hub = server.address("sensors");
    server.close();
    AmqpRetryOptions retries =
        new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(Duration.ofSeconds(1));
    assertThatThrownBy(() -> AmqpPublisher.open(hub, retries, Duration.ofSeconds(2)))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining("refused the connection");
  }
}
