package io.vigil.store.cosmos.server;

import static io.vigil.store.cosmos.server.PointOperationsTest.assertStatus;
import static io.vigil.store.cosmos.server.PointOperationsTest.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.azure.core.credential.AccessToken;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosContainerResponse;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.ThroughputProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Databases, containers, throughput, times to live, keys and permissions. */
class AccountTest {
  private static final PartitionKey ANNA = new PartitionKey("anna");

  @Test
  void makesDatabasesAndContainersOnce() {
    CosmosClient client = Clients.to(3).client();
    assertStatus(404, 0, () -> client.getDatabase("nowhere").read());
    assertThat(client.createDatabaseIfNotExists("once").getStatusCode()).isEqualTo(201);
    assertThat(client.createDatabaseIfNotExists("once").getStatusCode()).isEqualTo(200);
    assertStatus(409, 0, () -> client.createDatabase("once"));
    CosmosDatabase database = client.getDatabase("once");
    assertStatus(404, 0, () -> database.getContainer("nothing").read());
    CosmosContainerProperties properties =
        new CosmosContainerProperties("things", Clients.key("/who", "/day"));
    assertThat(database.createContainerIfNotExists(properties).getStatusCode()).isEqualTo(201);
    assertThat(database.createContainerIfNotExists(properties).getStatusCode()).isEqualTo(200);
    assertStatus(409, 0, () -> database.createContainer(properties));
    assertThat(database.readAllContainers().stream().map(CosmosContainerProperties::getId))
        .containsExactly("things");
    assertThat(database.getContainer("things").read().getProperties().getPartitionKeyDefinition())
        .satisfies(key -> assertThat(key.getPaths()).containsExactly("/who", "/day"));
    database.getContainer("things").delete();
    assertStatus(404, 0, () -> database.getContainer("things").read());
    database.delete();
    assertStatus(404, 0, database::read);
  }

  @Test
  void aMissingContainerIsSaidSo() {
    CosmosDatabase database = Clients.to(1).database();
    assertStatus(
        404, 1003, () -> database.getContainer("nothing").createItem(document("anna", "x", 1)));
  }

  @Test
  void keepsThroughputAsItWasBought() {
    CosmosDatabase database = Clients.to(1).database();
    CosmosContainerProperties properties =
        new CosmosContainerProperties("manual", Clients.key("/who"));
    database.createContainer(properties, ThroughputProperties.createManualThroughput(700));
    CosmosContainer manual = database.getContainer("manual");
    assertThat(manual.readThroughput().getProperties().getManualThroughput()).isEqualTo(700);
    manual.replaceThroughput(ThroughputProperties.createManualThroughput(900));
    assertThat(manual.readThroughput().getProperties().getManualThroughput()).isEqualTo(900);
    database.createContainer(
        new CosmosContainerProperties("autoscale", Clients.key("/who")),
        ThroughputProperties.createAutoscaledThroughput(4000));
    assertThat(
            database
                .getContainer("autoscale")
                .readThroughput()
                .getProperties()
                .getAutoscaleMaxThroughput())
        .isEqualTo(4000);
    CosmosClient client = Clients.to(1).client();
    client.createDatabase("shared", ThroughputProperties.createManualThroughput(1200));
    client.getDatabase("shared").createContainer("any", "/who");
    assertThat(client.getDatabase("shared").readThroughput().getProperties().getManualThroughput())
        .isEqualTo(1200);
    assertStatus(400, 0, () -> client.getDatabase("shared").getContainer("any").readThroughput());
    client.getDatabase("shared").delete();
  }

  @Test
  void documentsGoWhenTheirTimeIsOver() {
    Clients.Connected connected = Clients.to(3);
    Instant start = Instant.parse("2026-03-01T08:00:00Z");
    try {
      connected.server().clock(Clock.fixed(start, ZoneOffset.UTC));
      CosmosContainer container =
          connected.container(
              new CosmosContainerProperties("short", Clients.key("/who"))
                  .setDefaultTimeToLiveInSeconds(60));
      container.createItem(document("anna", "minute", 1));
      container.createItem(document("anna", "hour", 1).put("ttl", 3600));
      container.createItem(document("anna", "ever", 1).put("ttl", -1));
      assertStatus(400, 0, () -> container.createItem(document("anna", "x", 1).put("ttl", 0)));
      connected.server().clock(Clock.fixed(start.plusSeconds(60), ZoneOffset.UTC));
      assertThat(ids(connected, container)).containsExactly("hour", "ever");
      assertStatus(404, 0, () -> container.readItem("minute", ANNA, ObjectNode.class));
      assertThat(container.createItem(document("anna", "minute", 2)).getStatusCode())
          .isEqualTo(201);
      connected.server().clock(Clock.fixed(start.plus(Duration.ofDays(9)), ZoneOffset.UTC));
      assertThat(ids(connected, container)).containsExactly("ever");
    } finally {
      connected.server().clock(Clock.systemUTC());
    }
  }

  @Test
  void chargesByTheIndexThatTheContainerHas() {
    CosmosContainerProperties properties =
        new CosmosContainerProperties("indexed", Clients.key("/who"));
    properties.setIndexingPolicy(
        new IndexingPolicy()
            .setIncludedPaths(List.of(new IncludedPath("/n/?"), new IncludedPath("/model/*")))
            .setExcludedPaths(List.of(new ExcludedPath("/*"))));
    CosmosContainer container = Clients.to(1).container(properties);
    ObjectNode body = document("anna", "x", 1);
    body.putObject("model").put("name", "forest").put("version", 3);
    double created = container.createItem(body).getRequestCharge();
    assertThat(created).isEqualTo(4.95 + 3 * 0.2, within(0.006));
    assertThat(container.upsertItem(body).getRequestCharge())
        .isEqualTo(2 * (4.95 + 3 * 0.2), within(0.006));
    CosmosContainerResponse read = container.read();
    assertThat(read.getProperties().getIndexingPolicy().getIncludedPaths()).hasSize(2);
  }

  @Test
  void letsInOnlyByTheAccountsKey() {
    CosmosServer server = Clients.to(1).server();
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> Clients.builder(server).key(other).buildClient().close())
        .hasMessageContaining("another key")
        .hasMessageContaining("Unauthorized")
        .message()
        .doesNotContain(server.key());
  }

  @Test
  void aTokenIsForDocumentsOnly() {
    Clients.Connected connected = Clients.to(1);
    CosmosContainer made = connected.container("/who");
    connected.server().letIn("a.token.of-tests");
    AccessToken token = new AccessToken("a.token.of-tests", OffsetDateTime.MAX);
    try (CosmosClient client =
        new com.azure.cosmos.CosmosClientBuilder()
            .endpoint(connected.server().endpoint())
            .credential(context -> Mono.just(token))
            .gatewayMode()
            .contentResponseOnWriteEnabled(true)
            .buildClient()) {
      CosmosContainer container = client.getDatabase(Clients.CONTAINERS).getContainer(made.getId());
      assertThat(container.createItem(document("anna", "x", 1)).getStatusCode()).isEqualTo(201);
      assertStatus(403, 5300, () -> client.createDatabase("refused"));
    }
  }

  @Test
  void refusesWhatIsNotPermitted() {
    Clients.Connected connected = Clients.to(1);
    CosmosContainer container = connected.container("/who");
    container.createItem(document("anna", "x", 1));
    connected.server().forbid(RequestKind.UPSERT);
    assertStatus(403, 5300, () -> container.upsertItem(document("anna", "x", 2)));
    assertThat(container.readItem("x", ANNA, ObjectNode.class).getStatusCode()).isEqualTo(200);
  }

  private static List<String> ids(Clients.Connected connected, CosmosContainer container) {
    List<String> queried =
        container.queryItems("SELECT * FROM c", null, ObjectNode.class).stream()
            .map(body -> body.path("id").asText())
            .toList();
    assertThat(connected.server().documents(container.getId()))
        .extracting(body -> body.path("id").asText())
        .isEqualTo(queried);
    return queried;
  }
}
