package io.vigil.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.settings.Finding;
import io.vigil.store.StoreException;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.RequestKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that is usually wrong is said in one line with what to do, without secrets. */
class CosmosCheckTest {
  private static final String OTHER_KEY = "b3RoZXIga2V5IG9mIG5vIGFjY291bnQ=";

  private static CosmosServer server;

  @TempDir Path folder;

  private final String database = "db-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    server = CosmosServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void allowAll() {
    server.forbid();
  }

  @Test
  void allIsWell() {
    CosmosStore.open(settings(true)).close();
    List<Finding> findings = CosmosCheck.run(settings(false));
    assertThat(findings).allMatch(Finding::passed).hasSize(CosmosSetUp.CONTAINERS.size() + 2);
    assertThat(findings.get(findings.size() - 1).cameBack())
        .matches("the write took [0-9.]+ request units");
    assertThat(server.journal())
        .filteredOn(entry -> entry.kind() == RequestKind.DELETE)
        .isNotEmpty();
  }

  @Test
  void aMissingDatabaseIsMadeOnlyWhereThatIsSet() {
    assertThat(CosmosCheck.run(settings(true))).allMatch(Finding::passed);
    wrong(settings(false), "404", "createIfMissing");
    refusesToOpen(settings(false), "404", "createIfMissing");
  }

  @Test
  void aWrongKey() {
    CosmosSettings settings = at(server.endpoint(), OTHER_KEY, database);
    wrong(settings, "401", "read-write key");
    refusesToOpen(settings, "401", "read-write key");
  }

  @Test
  void aKeyThatIsNone() {
    wrong(at(server.endpoint(), "not*base64", database), "", "base 64");
  }

  @Test
  void noPermission() {
    CosmosStore.open(settings(true)).close();
    server.forbid(RequestKind.UPSERT);
    wrong(settings(false), "403", "Built-in Data Contributor");
  }

  @Test
  void aContainerSpreadByAnotherKey() {
    try (var client = SharedClient.builder(settings(true).account()).buildAsyncClient()) {
      client.createDatabase(database).block();
      client.getDatabase(database).createContainer("activities", "/activity").block();
    }
    wrong(settings(true), "[/activity], expected [/participantId, /day]", "another database");
    refusesToOpen(settings(true), "/activity, expected /participantId, /day", "another database");
  }

  @Test
  void anotherTimeToLive() {
    CosmosStore.open(settings(true)).close();
    CosmosSettings set = settings(true);
    CosmosSettings longer =
        new CosmosSettings(
            set.account(),
            true,
            set.throughput(),
            Duration.ofDays(90),
            set.reviewsKept(),
            set.deadLettersKept());
    wrong(longer, "keeps documents for PT720H, the settings say for PT2160H", "time to live");
  }

  @Test
  void tlsWhereNoneIsSpoken() {
    String https = server.endpoint().replace("http:", "https:");
    wrong(at(https, server.key(), database), "does not speak TLS", server.endpoint());
  }

  @Test
  void plainHttpWhereTlsIsSpokenAndACertificateThatNobodyTrusts() throws Exception {
    try (SelfSigned tls = new SelfSigned(folder)) {
      wrong(
          at("http://127.0.0.1:" + tls.port(), server.key(), database),
          "does not speak plain http",
          "https://127.0.0.1:" + tls.port());
      CosmosSettings secure = at("https://127.0.0.1:" + tls.port(), server.key(), database);
      assertThat(CosmosCheck.run(secure, Duration.ofSeconds(6)))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.cameBack()).startsWith("TLS was refused");
                assertThat(finding.advice()).contains("certificate");
              });
    }
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    wrong(at("https://127.0.0.1:" + port, server.key(), database), "refused", "firewall");
  }

  @Test
  void aHostThatDoesNotExist() {
    wrong(at("https://vigil.invalid", server.key(), database), "not known", "vigil.invalid");
  }

  @Test
  void nobodyAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
      List<Finding> findings =
          CosmosCheck.run(at(endpoint, server.key(), database), Duration.ofSeconds(1));
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).cameBack()).contains("no answer in 1.0 s");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://x", "vigil", "https://"})
  void anEndpointThatIsNone(String endpoint) {
    wrong(at(endpoint, server.key(), database), "", "endpoint");
  }

  private void wrong(CosmosSettings settings, String cameBack, String advice) {
    List<Finding> findings = CosmosCheck.run(settings);
    List<Finding> wrong = findings.stream().filter(finding -> !finding.passed()).toList();
    assertThat(wrong).as("%s", findings).isNotEmpty();
    assertThat(wrong.get(0).cameBack()).contains(cameBack);
    assertThat(wrong.get(0).advice()).contains(advice);
    assertThat(wrong.toString())
        .doesNotContain(settings.account().key().reveal())
        .doesNotContain("\n");
  }

  private void refusesToOpen(CosmosSettings settings, String cameBack, String advice) {
    assertThatThrownBy(() -> CosmosStore.open(settings))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(settings.account().endpoint())
        .hasMessageContaining(cameBack)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("\n")
        .satisfies(
            thrown -> {
              StringWriter trace = new StringWriter();
              thrown.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString())
                  .doesNotContain(settings.account().key().reveal())
                  .doesNotContainIgnoringCase("sig%3d")
                  .doesNotContainIgnoringCase("sig=");
            });
  }

  private CosmosSettings settings(boolean createIfMissing) {
    CosmosSettings set = at(server.endpoint(), server.key(), database);
    return new CosmosSettings(
        set.account(),
        createIfMissing,
        new Throughput(Throughput.Mode.AUTOSCALE, 1000),
        set.activitiesKept(),
        set.reviewsKept(),
        set.deadLettersKept());
  }

  private static CosmosSettings at(String endpoint, String key, String database) {
    return Places.at(endpoint, key, database);
  }
}
