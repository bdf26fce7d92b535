package io.vigil.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends a fleet's messages to a topic, each participant's to one partition, and counts them. */
public final class FleetProducer implements FleetSender.Outlet, AutoCloseable {
  private final FleetHub hub;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public FleetProducer(FleetHub hub) {
    this.hub = hub;
    this.producer = hub.producer();
  }

  @Override
  public void send(int participant, byte[] message) {
    producer.send(
        new ProducerRecord<>(hub.topic(), participant % hub.partitions(), null, message),
        (sent, error) -> {
          if (error == null) {
            acknowledged.incrementAndGet();
          } else {
            failure.compareAndSet(null, error);
          }
        });
  }

  /** Waits for all answers and says how many messages the broker has. */
  public long acknowledged() {
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException(
          "The broker %s refused messages: %s".formatted(hub.broker(), failure.get().getMessage()),
          failure.get());
    }
    return acknowledged.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
