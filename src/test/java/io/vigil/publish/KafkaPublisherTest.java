package io.vigil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.kafka.KafkaBroker;
import io.vigil.source.kafka.NeedsKafkaLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
@NeedsKafkaLogin
class KafkaPublisherTest {
  private static final int PARTICIPANTS = 10;
  private static final int EACH = 500;

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Seen red with: the message taken as key, which spreads a participant over the partitions. */
  @Test
  void aParticipantsMessagesAllArriveInTheirOrder() {
    broker.createHub("ordered", 4);
    try (KafkaPublisher publisher = KafkaPublisher.open(broker.address("ordered"))) {
      for (int number = 0; number < EACH; number++) {
        for (int participant = 0; participant < PARTICIPANTS; participant++) {
          publisher.send("p" + participant, ("p" + participant + ":" + number).getBytes(UTF_8));
        }
      }
      publisher.flush();
    }
    Map<String, List<String>> byPlace = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read("ordered", 4, PARTICIPANTS * EACH)) {
      String text = new String(record.value(), UTF_8);
      assertThat(new String(record.key(), UTF_8)).isEqualTo(text.split(":")[0]);
      byPlace
          .computeIfAbsent(text.split(":")[0] + "@" + record.partition(), any -> new ArrayList<>())
          .add(text.split(":")[1]);
    }
    assertThat(byPlace).hasSize(PARTICIPANTS);
    List<String> inOrder = new ArrayList<>();
    for (int number = 0; number < EACH; number++) {
      inOrder.add(String.valueOf(number));
    }
    assertThat(byPlace.values()).allSatisfy(numbers -> assertThat(numbers).isEqualTo(inOrder));
  }

  @Test
  void aHubThatIsNotThereIsSaidAtOnce() {
    assertThatThrownBy(() -> KafkaPublisher.open(broker.address("missing")))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining("has no hub missing");
  }

  @Test
  void aWrongKeyIsSaidAtOnce() {
    HubAddress right = broker.address("any");
    HubAddress wrong =
        new HubAddress(
            "localhost",
            "any",
            right.address(),
            Secret.of(right.connectionString().reveal().replaceFirst("Key=....", "Key=AAAA")));
    assertThatThrownBy(() -> KafkaPublisher.open(wrong))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining("refused who we are")
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void aMessageThatIsTooLargeIsSaid() {
    broker.createHub("large", 1);
    try (KafkaPublisher publisher = KafkaPublisher.open(broker.address("large"))) {
      assertThatThrownBy(() -> publisher.send("p1", new byte[1_000_001]))
          .isInstanceOf(PublishFailed.class)
          .hasMessageContaining("larger than the hub takes");
    }
  }

  /** Seen red with: an answer that only gives room back. */
  @Test
  void afterAFailureNothingIsSentAnyMore() {
    broker.createHub("full", 1);
    // This message passes our own limit and is refused by the broker, after send has returned.
    try (KafkaPublisher publisher = open(broker.address("full"), "max.request.size", "2000000")) {
      publisher.send("p1", new byte[1_500_000]);
      assertThatThrownBy(publisher::flush)
          .isInstanceOf(PublishFailed.class)
          .hasMessageContaining("larger than the hub takes");
      for (int more = 0; more < 100; more++) {
        assertThatThrownBy(() -> publisher.send("p1", new byte[500_000]))
            .isInstanceOf(PublishFailed.class);
      }
      assertThatThrownBy(publisher::flush).isInstanceOf(PublishFailed.class);
    }
    try (KafkaPublisher again = KafkaPublisher.open(broker.address("full"))) {
      again.send("p1", new byte[1]);
      again.flush();
    }
    assertThat(read("full", 1, 1))
        .hasSize(1)
        .first()
        .extracting(ConsumerRecord::offset)
        .isEqualTo(0L);
  }

  @Test
  void everySettingIsOneThatTheProducerKnows() {
    assertThat(new TreeSet<>(ProducerConfig.configNames()))
        .containsAll(ProducerSettings.of(broker.address("any")).stringPropertyNames());
  }

  private static KafkaPublisher open(HubAddress hub, String key, String value) {
    Properties overriding = new Properties();
    overriding.put(key, value);
    return KafkaPublisher.open(hub, overriding);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String hub, int partitions, int count) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(Map.of("bootstrap.servers", broker.inside()), bytes, bytes)) {
      List<TopicPartition> all = new ArrayList<>();
      for (int partition = 0; partition < partitions; partition++) {
        all.add(new TopicPartition(hub, partition));
      }
      consumer.assign(all);
      consumer.seekToBeginning(all);
      while (records.size() < count) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
