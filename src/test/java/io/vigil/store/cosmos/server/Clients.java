package io.vigil.store.cosmos.server;

import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.GatewayConnectionConfig;
import com.azure.cosmos.ThrottlingRetryOptions;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers of 1, 3 and 5 partitions with Microsoft's Java client to each, shared by all tests of the
 * JVM, because the first client costs seconds.
 */
final class Clients {
  static {
    PlainHttp.allow();
  }

  /** Where {@link Connected#container} makes them. */
  static final String CONTAINERS = "containers";

  private static final Map<Integer, Connected> SHARED = new ConcurrentHashMap<>();
  private static final Map<CosmosServer, CosmosClient> IMPATIENT = new ConcurrentHashMap<>();
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** A server and a client to it. */
  record Connected(CosmosServer server, CosmosClient client) {

    /** A new container in the database {@link #CONTAINERS}. */
    CosmosContainer container(String... partitionKey) {
      return container(new CosmosContainerProperties("documents", key(partitionKey)));
    }

    CosmosContainer container(CosmosContainerProperties properties) {
      String id = properties.getId() + NAMES.incrementAndGet();
      client.createDatabaseIfNotExists(CONTAINERS);
      CosmosDatabase database = client.getDatabase(CONTAINERS);
      database.createContainer(properties.setId(id));
      return database.getContainer(id);
    }

    /** The same container by a client that does not try again when it is throttled. */
    CosmosContainer impatient(CosmosContainer container) {
      CosmosClient impatient =
          IMPATIENT.computeIfAbsent(
              server,
              one ->
                  builder(one)
                      .throttlingRetryOptions(
                          new ThrottlingRetryOptions().setMaxRetryAttemptsOnThrottledRequests(0))
                      .buildClient());
      return impatient.getDatabase(CONTAINERS).getContainer(container.getId());
    }

    CosmosDatabase database() {
      String name = "database" + NAMES.incrementAndGet();
      client.createDatabase(name);
      return client.getDatabase(name);
    }
  }

  /** The shared server of so many partitions, without the faults and limits of earlier tests. */
  static Connected to(int partitions) {
    Connected connected =
        SHARED.computeIfAbsent(
            partitions,
            n -> {
              CosmosServer server = CosmosServer.start(n);
              return new Connected(server, builder(server).buildClient());
            });
    connected.server.faults().clear();
    connected.server.limit(0);
    connected.server.forbid();
    return connected;
  }

  static CosmosClientBuilder builder(CosmosServer server) {
    return new CosmosClientBuilder()
        .endpoint(server.endpoint())
        .key(server.key())
        .gatewayMode(new GatewayConnectionConfig())
        .consistencyLevel(ConsistencyLevel.SESSION)
        .contentResponseOnWriteEnabled(true);
  }

  static PartitionKeyDefinition key(String... paths) {
    PartitionKeyDefinition definition =
        new PartitionKeyDefinition()
            .setPaths(List.of(paths))
            .setVersion(PartitionKeyDefinitionVersion.V2);
    return definition.setKind(paths.length > 1 ? PartitionKind.MULTI_HASH : PartitionKind.HASH);
  }

  private Clients() {}
}
