package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.monitoring.Monitoring;
import io.vigil.monitoring.Scrape;
import io.vigil.publish.AmqpPublisher;
import io.vigil.source.HubProtocol;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job on a cluster with Flink's own reporter, a hub, a store and a feed, each asked as Prometheus
 * asks: there is every series that a dashboard or an alert rule names, with its labels.
 */
class ScrapedMetricsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int PORT = freePort();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(configuration())
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path folder;

  private static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setString("metrics.reporters", "prom");
    configuration.setString(
        "metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
    configuration.setString("metrics.reporter.prom.port", String.valueOf(PORT));
    configuration.setString("execution.checkpointing.interval", "1 s");
    return configuration;
  }

  /**
   * Seen red with: Cosmos DB's queue registered without its group; a panel that asks for the label
   * {@code kind} of alerts; the feed's audit trail not shown.
   */
  @Test
  void everythingThatIsAskedForIsThere() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start(1)) {
      server.createHub("sensors", 2);
      LiveSetUp live = setUp(server, cosmos);
      live.vigil("run").succeeded();
      try (AmqpPublisher publisher = AmqpPublisher.open(server.address("sensors"))) {
        publisher.send("p0", "no message of a sensor".getBytes(StandardCharsets.UTF_8));
        publisher.flush();
      }
      SentFall.send(server.address("sensors"), "p1");
      SentFall.send(server.address("sensors"), "p2");
      Map<String, String> environment = new HashMap<>(live.environment());
      environment.put("HOOK", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
      try (RunningFeed feed =
          new RunningFeed(
              live.file(),
              environment,
              "--hooks",
              hooks().toString(),
              "--ledger",
              folder.resolve("hooks.db").toString())) {
        feed.ask(feed.enter(), "GET", "/v1/status", "");
        assertEverythingIsThere(
            URI.create("http://localhost:" + PORT + "/metrics"), feed.metrics());
      }
    }
  }

  private static void assertEverythingIsThere(URI job, URI feed) {
    AtomicReference<Map<String, List<String>>> missing = new AtomicReference<>();
    try {
      Await.until(
          "every series",
          PATIENCE,
          () -> {
            missing.set(missing(job, feed));
            return missing.get().isEmpty();
          });
    } catch (AssertionError e) {
      assertThat(missing.get()).as("what nobody answered").isEmpty();
      throw e;
    }
  }

  private static Map<String, List<String>> missing(URI... processes) {
    try {
      Scrape scrape = Scrape.of(processes);
      Map<String, List<String>> missing = new TreeMap<>();
      Monitoring.queries().forEach((place, query) -> missing.put(place, scrape.missing(query)));
      missing.values().removeIf(List::isEmpty);
      return missing;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private LiveSetUp setUp(AmqpHubServer server, CosmosServer cosmos) throws IOException {
    return LiveSetUp.in(folder, HubProtocol.AMQP, server.address("sensors"), cosmos)
        .with(
            "parallelism: 2",
            """
            parallelism: 2
            model: {registry: %s}
            lake: {path: %s}
            feed: {metricsPort: 0}
            """
                .formatted(Home.path().resolve("models"), folder.resolve("lake")));
  }

  /** A hook that nobody listens at. */
  private Path hooks() throws IOException {
    return Files.writeString(
        folder.resolve("hooks.yaml"),
        "hooks:\n  pager:\n    url: http://localhost:%d/\n    secret: ${env:HOOK}\n"
            .formatted(freePort()));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
