package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.Await;
import io.vigil.Savepoints;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubSourceJobTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  private static final AmqpHubServer SERVER = AmqpHubServer.start();

  @TempDir Path folder;
  private String hub;

  @BeforeEach
  void createHub(TestInfo test) {
    hub = test.getTestMethod().orElseThrow().getName();
    SERVER.createHub(hub, 2);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /**
   * What arrives while a job is stopped that began with the latest and has read nothing yet, is
   * read. Seen red with: "latest" kept in the savepoint.
   */
  @Test
  void skipsNothingAfterAStopBeforeTheFirstMessage() throws Exception {
    SERVER.publish(hub, 0, Bodies.numbered(0, 10));
    long links = SERVER.counters().linksOpened();
    JobClient first = start(HubReading.from(StartFrom.latest()), new Configuration());
    Await.until(() -> SERVER.counters().linksOpened() >= links + 2);
    String savepoint = Savepoints.stop(first, folder);
    SERVER.publish(hub, 0, Bodies.numbered(10, 15));
    SERVER.publish(hub, 1, Bodies.numbered(0, 5));
    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    try (CloseableIterator<RawMessage> messages =
        HubJobs.run(source(HubReading.from(StartFrom.latest())), environment(restored))) {
      assertThat(HubJobs.take(messages, 10))
          .extracting(message -> message.source() + " " + message.position())
          .containsExactlyInAnyOrderElementsOf(
              HubJobs.places(SERVER.address(hub), List.of(10L, 15L), List.of(0L, 5L)));
    }
  }

  @Test
  void findsNewPartitions() throws Exception {
    HubReading latest = HubReading.from(StartFrom.latest());
    HubReading often =
        new HubReading(
            latest.consumerGroup(),
            latest.format(),
            latest.start(),
            Duration.ofMillis(50),
            HubReading.NO_OWNER,
            false);
    long links = SERVER.counters().linksOpened();
    try (CloseableIterator<RawMessage> messages =
        HubJobs.run(source(often), environment(new Configuration()))) {
      Await.until(() -> SERVER.counters().linksOpened() >= links + 2);
      SERVER.addPartition(hub);
      SERVER.publish(hub, 2, Bodies.numbered(0, 5));
      assertThat(HubJobs.take(messages, 5))
          .extracting(message -> message.source() + " " + message.position())
          .containsExactlyElementsOf(
              HubJobs.places(
                  SERVER.address(hub), List.of(0L, 0L), List.of(0L, 0L), List.of(0L, 5L)));
    }
  }

  @Test
  void endsWhereThereIsNothing() throws Exception {
    HubReading bounded = HubReading.from(StartFrom.earliest()).toTheEnd();
    assertThat(HubJobs.collect(source(bounded), HubJobs.environment(3))).isEmpty();
    SERVER.publish(hub, 1, Bodies.numbered(0, 5));
    assertThat(HubJobs.collect(source(bounded), HubJobs.environment(3))).hasSize(5);
    SERVER.retain(hub, 1, 5);
    assertThat(HubJobs.collect(source(bounded), HubJobs.environment(3))).isEmpty();
  }

  @Test
  void failsTheJobThatIsThrownOut() throws Exception {
    SERVER.publish(hub, 0, Bodies.numbered(0, 5));
    Configuration onlyOnce = new Configuration();
    onlyOnce.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    long links = SERVER.counters().linksOpened();
    JobClient low = start(owner(1), onlyOnce);
    Await.until(() -> SERVER.counters().linksOpened() >= links + 2);
    JobClient high = start(owner(2), onlyOnce);
    assertThatThrownBy(() -> low.getJobExecutionResult().get())
        .satisfies(
            thrown ->
                assertThat(ExceptionUtils.stringifyException(thrown))
                    .contains("cannot be read on: Event Hubs (amqp) localhost/" + hub)
                    .contains("epoch"));
    high.cancel().get();
  }

  @Test
  void failsTheJobOfAHubThatIsNotThere() {
    Configuration onlyOnce = new Configuration();
    onlyOnce.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    hub = "nowhere";
    assertThatThrownBy(
            () ->
                start(HubReading.from(StartFrom.earliest()), onlyOnce)
                    .getJobExecutionResult()
                    .get())
        .satisfies(
            thrown ->
                assertThat(ExceptionUtils.stringifyException(thrown))
                    .contains("Event Hubs (amqp) localhost/nowhere: "));
  }

  private HubSource source(HubReading reading) {
    return HubSource.of(SERVER.address(hub), reading);
  }

  private static HubReading owner(long level) {
    HubReading earliest = HubReading.from(StartFrom.earliest());
    return new HubReading(
        earliest.consumerGroup(),
        earliest.format(),
        earliest.start(),
        earliest.discoverEvery(),
        level,
        false);
  }

  private static StreamExecutionEnvironment environment(Configuration settings) {
    StreamExecutionEnvironment environment = HubJobs.environment(2);
    environment.configure(settings);
    return environment;
  }

  private JobClient start(HubReading reading, Configuration settings) throws Exception {
    return HubJobs.discard(source(reading), environment(settings));
  }
}
