package io.vigil.bench;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic of a broker that a fleet sends to, without a word of who we are.
 *
 * @param broker {@code host:port}
 * @param topic its name
 * @param partitions how many it has
 */
public record FleetHub(String broker, String topic, int partitions) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The topic as the job knows it. */
  public HubAddress address() {
    return new HubAddress(broker, topic, broker, Secret.NONE);
  }

  /** What a client must be told beyond what a client of Event Hubs is told. */
  public static Properties unsecured() {
    Properties settings = new Properties();
    settings.put("security.protocol", "PLAINTEXT");
    return settings;
  }

  /** Makes the topic. */
  public void make() {
    try (Admin admin = admin()) {
      done(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
    }
  }

  /** Deletes the topic. */
  public void delete() {
    try (Admin admin = admin()) {
      done(admin.deleteTopics(List.of(topic)).all());
    }
  }

  /** A producer as a fleet's gateway has one: uncompressed, as Event Hubs asks for. */
  KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", broker,
            "acks", "1",
            "enable.idempotence", "false",
            "compression.type", "none",
            "linger.ms", "5",
            "batch.size", "131072",
            "buffer.memory", "134217728",
            "auto.include.jmx.reporter", "false",
            "enable.metrics.push", "false"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker));
  }

  private <T> void done(KafkaFuture<T> future) {
    try {
      future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker " + broker, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The broker %s did not do as it was told for topic %s: %s"
              .formatted(broker, topic, Optional.ofNullable(e.getCause()).orElse(e)),
          e);
    }
  }
}
