package io.vigil.source.kafka;

import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.TriedMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Tries what the job will do with a hub, one step after another, as far as it gets. */
public final class KafkaCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HubAddress hub;
  private final HubReading reading;
  private final Properties settings;
  private final SSLSocketFactory tls;
  private final InstantSource clock = InstantSource.system();
  private final List<Finding> findings = new ArrayList<>();

  private KafkaCheck(
      HubAddress hub, HubReading reading, Properties settings, SSLSocketFactory tls) {
    this.hub = hub;
    this.reading = reading;
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * A finding a step: connect, log in, find the hub, use the group, read the newest message. It
   * never throws, changes nothing in the hub or the group, and gives each step about 15 seconds.
   */
  public static List<Finding> run(HubAddress hub, HubReading reading) {
    return run(hub, reading, new Properties(), (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param overriding settings of the clients that come before our own
   * @param tls whose trust decides on certificates before the clients are tried
   */
  static List<Finding> run(
      HubAddress hub, HubReading reading, Properties overriding, SSLSocketFactory tls) {
    Properties settings = KafkaConnection.to(hub);
    // Somebody waits for the answer at a terminal.
    settings.put("request.timeout.ms", String.valueOf(PATIENCE.toMillis() / 2));
    settings.put("default.api.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    settings.putAll(overriding);
    KafkaCheck check = new KafkaCheck(hub, reading, settings, tls);
    if (check.connects() && check.hasFittingJava()) {
      check.find().ifPresent(check::read);
    }
    return check.findings;
  }

  private boolean connects() {
    try {
      boolean newer = new EndpointProbe(hub, tls, PATIENCE.dividedBy(2)).greet();
      ok(
          "connect",
          KafkaConnection.endpoint(hub)
              + " answers as Kafka "
              + (hub.isPlain() ? "without TLS" : "over TLS")
              + (newer ? "" : "; clients newer than the one used here it would hang up on"));
      return true;
    } catch (IOException | RuntimeException e) {
      wrong("connect", e);
      return false;
    }
  }

  private boolean hasFittingJava() {
    Optional<Finding> wrong = JavaForKafka.finding(hub);
    wrong.ifPresent(findings::add);
    return wrong.isEmpty();
  }

  /** The hub's partitions, if we may know them. */
  private Optional<List<TopicPartition>> find() {
    try {
      List<TopicPartition> partitions = HubPartitions.of(hub, settings, PATIENCE);
      ok("log in", "let in");
      ok("find the hub", partitions.size() + " partitions");
      return Optional.of(partitions);
    } catch (RuntimeException e) {
      if (KafkaFaults.isOfTheHub(e)) {
        ok("log in", "let in");
        wrong("find the hub", e);
      } else {
        wrong("log in", e);
      }
      return Optional.empty();
    }
  }

  private void read(List<TopicPartition> partitions) {
    settings.put("group.id", reading.consumerGroup());
    settings.put("enable.auto.commit", "false");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      group(consumer, partitions);
      newest(consumer, partitions);
    } catch (RuntimeException e) {
      wrong("read", e);
    }
  }

  private void group(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    String step = "use the consumer group " + reading.consumerGroup();
    try {
      boolean used =
          consumer.committed(new HashSet<>(partitions)).values().stream()
              .anyMatch(Objects::nonNull);
      ok(step, used ? "it has been here before" : "it is new to the hub");
    } catch (RuntimeException e) {
      wrong(step, e);
    }
  }

  private void newest(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    NewestMessage hubs = new NewestMessage(consumer, partitions);
    long count = hubs.count();
    if (count == 0) {
      // Not wrong of itself: the hub may be new, or nobody wears a sensor now.
      findings.add(
          new Finding(
              true,
              KafkaFaults.tried(hub, "read"),
              "there are no messages",
              "see whether the sensors send, and to this hub"));
      return;
    }
    ConsumerRecord<byte[], byte[]> newest = hubs.read(PATIENCE);
    ok("read", "about " + count + " messages");
    Instant arrived = Instant.ofEpochMilli(newest.timestamp());
    RawMessage message = new HubRecords(reading.format()).message(newest);
    findings.add(
        TriedMessage.finding(
            KafkaFaults.tried(hub, TriedMessage.STEP),
            message,
            reading.format(),
            arrived,
            clock.instant()));
  }

  private void ok(String step, String cameBack) {
    findings.add(Finding.ok(KafkaFaults.tried(hub, step), cameBack));
  }

  private void wrong(String step, Exception failure) {
    findings.add(KafkaFaults.finding(failure, hub, step));
  }
}
