package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Savepoints;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.function.SupplierWithException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost and nothing comes twice, whatever happens to the job. */
@Timeout(240)
@NeedsKafkaLogin
class KafkaRestartTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir static Path folder;
  private static KafkaBroker broker;
  private JobClient running;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void forget() {
    Seen.reset();
  }

  @AfterEach
  void cancel() throws Exception {
    if (!running.getJobStatus().get(60, TimeUnit.SECONDS).isGloballyTerminalState()) {
      running.cancel().get(60, TimeUnit.SECONDS);
    }
  }

  /** Seen red with: one message in a hundred given twice. */
  @Test
  void aFailureBetweenCheckpointsChangesNothing() throws Exception {
    broker.createHub("failing", 2);
    write("failing", 0, 200);
    // The first 400 are in a checkpoint; 150 more are seen, not in one, and the job fails.
    Seen.FAIL_AT.set(550);
    read("failing", StartFrom.earliest(), Duration.ZERO, null);
    await(() -> Seen.checkpointed >= 400);
    write("failing", 200, 400);
    await(() -> Seen.FAIL_AT.get() == 0 && Seen.texts.size() >= 800);
    assertThat(Seen.texts).containsExactlyInAnyOrderElementsOf(both(0, 400));
  }

  /** Seen red with: a restored job without the savepoint. */
  @Test
  void aRestoredJobGoesOnBehindTheLastMessageRead() throws Exception {
    broker.createHub("restored", 2);
    write("restored", 0, 100);
    JobClient job = read("restored", StartFrom.earliest(), Duration.ZERO, null);
    await(() -> Seen.texts.size() >= 200);
    String savepoint = Savepoints.stop(job, folder.resolve("savepoints"));
    write("restored", 100, 150);
    // Where a job is told to begin does not count where it is restored.
    read("restored", StartFrom.latest(), Duration.ZERO, savepoint);
    await(() -> Seen.texts.size() >= 300);
    assertThat(Seen.texts).containsExactlyInAnyOrderElementsOf(both(0, 150));
  }

  /**
   * What is written to a new partition before it is found is read as well, also by a job that began
   * with what arrives from now on.
   */
  @Test
  void partitionsThatAreAddedAreReadFromTheirBeginning() throws Exception {
    broker.createHub("growing", 1);
    read("growing", StartFrom.latest(), Duration.ofMillis(100), null);
    AtomicInteger next = new AtomicInteger();
    await(
        () -> {
          // Where "now" is in the hub is known once something that was written after it is read.
          writeOne("growing", next.getAndIncrement());
          return !Seen.texts.isEmpty();
        });
    broker.growHub("growing", 2);
    try (HubWriter writer = new HubWriter(broker, "growing")) {
      writer.numbers(1, 0, 50);
    }
    await(() -> Seen.texts.containsAll(texts(1, 0, 50)));
    assertThat(Seen.texts).doesNotHaveDuplicates();
  }

  private JobClient read(String hub, StartFrom start, Duration discoverEvery, String savepoint)
      throws Exception {
    HubReading reading = HubReading.from(start);
    reading =
        new HubReading(
            reading.consumerGroup(),
            reading.format(),
            start,
            discoverEvery,
            reading.ownerLevel(),
            false);
    StreamExecutionEnvironment environment = HubJob.environment(1, 3);
    environment.enableCheckpointing(50);
    if (savepoint != null) {
      environment.configure(
          Configuration.fromMap(Map.of(StateRecoveryOptions.SAVEPOINT_PATH.key(), savepoint)));
    }
    HubJob.from(KafkaHub.source(broker.address(hub), reading), environment)
        .uid("hub")
        .map(new Seen())
        .uid("seen")
        .sinkTo(new DiscardingSink<>());
    running = environment.executeAsync();
    return running;
  }

  private static void write(String hub, int from, int to) {
    try (HubWriter writer = new HubWriter(broker, hub)) {
      writer.numbers(0, from, to).numbers(1, from, to);
    }
  }

  private static void writeOne(String hub, int number) {
    try (HubWriter writer = new HubWriter(broker, hub)) {
      writer.numbers(0, number, number + 1);
    }
  }

  private static List<String> both(int from, int to) {
    List<String> texts = new ArrayList<>(texts(0, from, to));
    texts.addAll(texts(1, from, to));
    return texts;
  }

  private static List<String> texts(int partition, int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> partition + ":" + number).toList();
  }

  private static void await(SupplierWithException<Boolean, Exception> condition) throws Exception {
    CommonTestUtils.waitUntilCondition(condition);
  }
}
