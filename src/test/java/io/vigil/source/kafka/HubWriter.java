package io.vigil.source.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records just as a test wants them into a hub of the tests' broker. */
final class HubWriter implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final String hub;

  HubWriter(KafkaBroker broker, String hub) {
    this.hub = hub;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.inside(), "max.request.size", "2000000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Writes texts {@code partition:from} up to and without {@code partition:to}, a second apart. */
  HubWriter numbers(int partition, int from, int to) {
    for (int number = from; number < to; number++) {
      write(partition, second(number), text(partition, number));
    }
    return this;
  }

  /**
   * @param payload or null, which is what Kafka calls a tombstone
   */
  HubWriter write(int partition, Instant time, byte[] payload) {
    producer.send(
        new ProducerRecord<>(hub, partition, time.toEpochMilli(), new byte[] {1}, payload));
    return this;
  }

  /** The time of the message with this number. */
  static Instant second(int number) {
    return Instant.parse("2026-01-05T09:00:00Z").plusSeconds(number);
  }

  static byte[] text(int partition, int number) {
    return (partition + ":" + number).getBytes(StandardCharsets.UTF_8);
  }

  /** Everything is in the hub when this returns. */
  @Override
  public void close() {
    producer.flush();
    producer.close();
  }
}
