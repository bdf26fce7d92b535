package io.vigil.fault.rig;

import io.vigil.Await;
import io.vigil.source.kafka.KafkaBrokerMain;
import io.vigil.source.kafka.KafkaBrokerMain.Reached;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A real Kafka broker in a process of its own, behind a door. */
public final class Broker implements AutoCloseable {
  static final String HUB = "sensors";

  /** Of the hub. */
  public static final int PARTITIONS = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final Path log;
  private final Door door;
  private JavaProcess process;

  private Broker(Path folder) throws IOException {
    this.folder = folder;
    this.log = folder.resolveSibling("broker.log");
    this.door = Door.before(KafkaBrokerMain.plainPort(folder));
  }

  /** Starts it with a hub of four partitions. */
  static Broker start(Path folder) throws Exception {
    Broker broker = new Broker(Files.createDirectories(folder));
    broker.start();
    try (Admin admin = broker.admin()) {
      NewTopic hub = new NewTopic(HUB, Optional.of(PARTITIONS), Optional.empty());
      admin.createTopics(List.of(hub)).all().get();
    }
    return broker;
  }

  /** Starts it, or one that was killed anew: it lets clients in when this returns. */
  public void start() throws IOException {
    Reached.forget(folder);
    process =
        JavaProcess.start(
            "broker",
            log,
            new JavaProcess.Launch(
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                ClassPath.ofTests(),
                Map.of()),
            List.of(
                KafkaBrokerMain.class.getName(), folder.toString(), String.valueOf(door.port())));
    Await.until("the broker", PATIENCE, () -> reached() != null || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("The broker did not start:\n" + process.lastWords());
    }
  }

  /** As {@code kill -9}. */
  public void kill() {
    process.kill();
  }

  /** The way by which the job comes. */
  public Door door() {
    return door;
  }

  /** What clients who come by the door sign in with. */
  String connectionString() {
    return reached().connectionString();
  }

  /** Where a client is let in without a word and without a door. */
  String inside() {
    return reached().inside();
  }

  /** Up to where a group has committed that it has read, summed over the partitions. */
  long committed(String group) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(place -> place == null ? 0 : place.offset())
          .sum();
    }
  }

  /** How many messages the hub holds. */
  long held() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      ends.put(new TopicPartition(HUB, i), OffsetSpec.latest());
    }
    try (Admin admin = admin()) {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", inside()));
  }

  private Reached reached() {
    try {
      return Reached.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
    door.close();
  }
}
