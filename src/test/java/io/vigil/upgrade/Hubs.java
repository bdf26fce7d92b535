package io.vigil.upgrade;

import io.vigil.publish.KafkaPublisher;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.kafka.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Two hubs of one partition each, one of either protocol, with the same addresses in messages. */
final class Hubs implements AutoCloseable {
  private static final String NAME = "sensors";
  private static final Instant ARRIVED = Instant.parse("2026-01-06T12:00:00Z");

  private final AmqpHubServer amqp = AmqpHubServer.start();
  private final KafkaBroker kafka;

  private Hubs(Path folder) {
    kafka = KafkaBroker.start(folder);
  }

  static Hubs start(Path folder) {
    Hubs hubs = new Hubs(folder);
    hubs.amqp.createHub(NAME, 1);
    hubs.kafka.createHub(NAME, 1);
    return hubs;
  }

  HubAddress amqp() {
    return amqp.address(NAME);
  }

  HubAddress kafka() {
    return kafka.address(NAME);
  }

  /** Sends each hub what its source is to find there. */
  void publish(List<String> toAmqp, List<String> toKafka) {
    amqp.publishAt(
        ARRIVED,
        NAME,
        0,
        toAmqp.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    try (KafkaPublisher publisher = KafkaPublisher.open(kafka())) {
      for (String line : toKafka) {
        publisher.send("", line.getBytes(StandardCharsets.UTF_8));
      }
      publisher.flush();
    }
  }

  @Override
  public void close() {
    kafka.close();
    amqp.close();
  }
}
