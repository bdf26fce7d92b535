package io.vigil.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.ClusterStart;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.Container;
import io.vigil.store.cosmos.CosmosAccount;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job's jar on a cluster that has nothing but Flink, or the clients of Azure besides. */
class JobOnClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String CLIENT = "com.azure.cosmos.CosmosAsyncClient source: ";

  @TempDir Path folder;

  /**
   * Handed in by Flink's own command, the job reads a hub by AMQP and writes to Cosmos DB; where
   * {@code lib/} has the clients of Azure, as in the image, they are taken from there and not from
   * the jar.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runsUnderChildFirstClassLoading(boolean azureInLib) throws Exception {
    try (AmqpHubServer hub = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start(1);
        SmallCluster cluster = SmallCluster.start(folder, classPath(azureInLib))) {
      hub.createHub("sensors", 2);
      HubAddress address = hub.address("sensors");

      cluster.submit(
          JobJar.JOB,
          Map.of("HUB", address.connectionString().reveal(), "COSMOS_KEY", cosmos.key()),
          ClusterStart.arguments(settings(address, cosmos)));

      try (CosmosStore store = CosmosStore.open(account(cosmos))) {
        Await.until("a heartbeat", PATIENCE, () -> cluster.lives() && heartbeats(store) > 0);
      }
      assertThat(loadedFrom(cluster)).matches(azureInLib ? ".*/job-lib/.*" : ".*/blob_.*");
    }
  }

  private static String loadedFrom(SmallCluster cluster) throws IOException {
    try (Stream<String> lines = Files.lines(cluster.classesOfTaskManager())) {
      Optional<String> line = lines.filter(one -> one.contains(CLIENT)).findFirst();
      assertThat(line).as("where the task manager has the client of Cosmos DB from").isPresent();
      return line.get();
    }
  }

  private static int heartbeats(CosmosStore store) {
    AtomicInteger found = new AtomicInteger();
    store.scan(Container.HEARTBEATS, document -> found.incrementAndGet());
    return found.get();
  }

  private static List<Path> classPath(boolean azure) throws IOException {
    List<Path> flink = JobJar.broughtByFlink();
    return azure ? Stream.concat(azure(), flink.stream()).toList() : flink;
  }

  private static Stream<Path> azure() throws IOException {
    try (Stream<Path> jars = Files.list(JobJar.HOME.resolve("target/job-lib"))) {
      return jars.toList().stream();
    }
  }

  private Path settings(HubAddress hub, CosmosServer cosmos) throws IOException {
    return Files.writeString(
        folder.resolve("vigil.yaml"),
        """
        eventhubs:
          protocol: amqp
          namespace: %s
          hub: %s
          connectionString: ${env:HUB}
        store: {kind: cosmos}
        cosmos: {endpoint: "%s", key: "${env:COSMOS_KEY}"}
        """
            .formatted(hub.namespace(), hub.hub(), cosmos.endpoint()));
  }

  private static CosmosSettings account(CosmosServer cosmos) {
    return new CosmosSettings(
        new CosmosAccount(cosmos.endpoint(), Secret.of(cosmos.key()), "vigil"),
        true,
        new Throughput(Throughput.Mode.AUTOSCALE, 1000),
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO);
  }
}
