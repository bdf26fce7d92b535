package io.vigil.fault.rig;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends to the hub in order, each message once. What the broker acknowledges is put down in the
 * ledger; what it does not have yet is kept and sent again, for as long as it is away.
 */
public final class Sender implements AutoCloseable {
  private static final String PATIENCE_MILLIS = "3600000";

  private final Ledger ledger;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  Sender(Ledger ledger, String broker) {
    this.ledger = ledger;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", broker,
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "5",
                "request.timeout.ms", "5000",
                "delivery.timeout.ms", PATIENCE_MILLIS,
                "max.block.ms", PATIENCE_MILLIS),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends a message. */
  public void send(Message message) {
    send(
        new ProducerRecord<>(Broker.HUB, message.partition(), message.key(), message.payload()),
        message.samples());
  }

  private void send(ProducerRecord<String, byte[]> message, int samples) {
    producer.send(
        message,
        (place, error) -> {
          if (error == null) {
            ledger.acknowledged(place.partition(), place.offset(), message.value(), samples);
          } else {
            failure.compareAndSet(null, error);
          }
        });
  }

  /** Everything that was sent is acknowledged when this returns. */
  void flush() {
    producer.flush();
    throwIfFailed();
  }

  /** Says so if a message was not taken. */
  void throwIfFailed() {
    if (failure.get() != null) {
      throw new IllegalStateException("The broker took no message any more", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
