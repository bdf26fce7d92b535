package io.vigil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.source.HubAddress;
import io.vigil.source.kafka.HubPartitions;
import io.vigil.source.kafka.JavaForKafka;
import io.vigil.source.kafka.KafkaConnection;
import io.vigil.source.kafka.KafkaFaults;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends to a hub by Kafka. Once a message could not be sent, nothing is sent any more, and every
 * call says so.
 *
 * <p>That end is strict for a reason: up to 3.9.1, when a batch expires while it is being sent, the
 * Kafka client fills its memory with later messages, which then go out in its place
 * (CVE-2026-35554). So a failure takes the same lock as sending: the client reports it before it
 * gives the memory back, and nothing is handed over from then on.
 */
public final class KafkaPublisher implements Publisher {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HubAddress hub;
  private final Producer<byte[], byte[]> producer;
  private final Semaphore room = new Semaphore(ProducerSettings.UNDER_WAY_BYTES);
  private final Object sending = new Object();
  private volatile Exception failure;

  private KafkaPublisher(HubAddress hub, Producer<byte[], byte[]> producer) {
    this.hub = hub;
    this.producer = producer;
  }

  /**
   * Connects and looks for the hub.
   *
   * @throws PublishFailed if there is no such hub, or no way to it within half a minute
   */
  public static KafkaPublisher open(HubAddress hub) {
    JavaForKafka.finding(hub)
        .ifPresent(
            wrong -> {
              throw new PublishFailed(wrong.toString(), null);
            });
    return open(hub, new Properties());
  }

  /**
   * @param overriding settings of the client that come before our own
   */
  static KafkaPublisher open(HubAddress hub, Properties overriding) {
    Properties connection = KafkaConnection.to(hub);
    connection.putAll(overriding);
    Properties settings = ProducerSettings.of(hub);
    settings.putAll(overriding);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try {
      HubPartitions.of(hub, connection, PATIENCE);
      Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes);
      try {
        // Sending must not wait for this while it holds the lock.
        producer.partitionsFor(hub.hub());
        return new KafkaPublisher(hub, producer);
      } catch (RuntimeException e) {
        producer.close(Duration.ZERO);
        throw e;
      }
    } catch (KafkaException e) {
      throw failed(e, hub);
    }
  }

  @Override
  public void send(String participantId, byte[] payload) {
    throwIfFailed();
    int bytes = Math.min(payload.length, ProducerSettings.UNDER_WAY_BYTES);
    try {
      room.acquire(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e, hub);
    }
    synchronized (sending) {
      if (failure == null) {
        try {
          producer.send(
              new ProducerRecord<>(hub.hub(), participantId.getBytes(UTF_8), payload),
              (sent, error) -> answered(bytes, error));
        } catch (KafkaException e) {
          answered(bytes, e);
        }
      }
    }
    throwIfFailed();
  }

  private void answered(int bytes, Exception error) {
    if (error != null) {
      synchronized (sending) {
        failure = failure == null ? error : failure;
      }
    }
    room.release(bytes);
  }

  @Override
  public void flush() {
    try {
      producer.flush();
    } catch (KafkaException e) {
      throw failed(e, hub);
    }
    throwIfFailed();
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private void throwIfFailed() {
    Exception seen = failure;
    if (seen != null) {
      throw failed(seen, hub);
    }
  }

  private static PublishFailed failed(Exception failure, HubAddress hub) {
    return new PublishFailed(KafkaFaults.explain(failure, hub), failure);
  }
}
