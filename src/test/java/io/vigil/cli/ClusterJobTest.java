package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.source.HubProtocol;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.Container;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.server.CosmosServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code vigil run} as the main class of an application on a cluster. */
class ClusterJobTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  /**
   * The command ends, and the job works on in the cluster: its heartbeat reaches the store. Seen
   * red with: nobody told that a job goes on, so that the process would have been ended.
   */
  @Test
  void handsTheJobToTheCluster() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start(1)) {
      server.createHub("sensors", 2);
      LiveSetUp live = LiveSetUp.in(folder, HubProtocol.AMQP, server.address("sensors"), cosmos);

      live.vigil("run").succeeded();

      assertThat(Vigil.goesOn()).isTrue();
      try (CosmosStore store = CosmosStore.open(making(live.cosmos()))) {
        Await.until(
            "a heartbeat",
            PATIENCE,
            () -> {
              AtomicInteger found = new AtomicInteger();
              store.scan(Container.HEARTBEATS, document -> found.incrementAndGet());
              return found.get() > 0;
            });
      }
    }
  }

  /** The job makes the database when it runs, which may be later than the test looks. */
  private static CosmosSettings making(CosmosSettings settings) {
    return new CosmosSettings(
        settings.account(),
        true,
        settings.throughput(),
        settings.activitiesKept(),
        settings.reviewsKept(),
        settings.deadLettersKept());
  }

  /** Seen red with: the check left out; the job was handed over, and never ended. */
  @Test
  void refusesWhatIsForOneMachine() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start(1)) {
      server.createHub("sensors", 2);
      LiveSetUp live = LiveSetUp.in(folder, HubProtocol.AMQP, server.address("sensors"), cosmos);

      CommandRun run = live.vigil("run", "--once");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("expected none of them on a cluster");
    }
  }
}
