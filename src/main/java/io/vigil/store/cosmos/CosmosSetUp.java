package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.ThroughputProperties;
import io.vigil.store.Container;
import io.vigil.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Database and containers: makes them where that is wanted, and looks that they are right. */
final class CosmosSetUp {
  /** The containers in Cosmos DB; tallies are for the summary of bounded runs. */
  static final List<Container> CONTAINERS =
      List.of(
          Container.ACTIVITIES,
          Container.ALERTS,
          Container.COMMANDS,
          Container.ANSWERS,
          Container.RULES,
          Container.HEARTBEATS,
          Container.PREDICTIONS,
          Container.REVIEWS,
          Container.LABELS,
          Container.HEALTH,
          Container.DEAD_LETTERS,
          Container.ERASURES);

  /**
   * Makes what is missing, if it may, and looks at the partition keys.
   *
   * @throws StoreException where one is missing or spread by another key
   */
  static void prepare(CosmosAsyncClient client, CosmosSettings settings) {
    CosmosAccount account = settings.account();
    if (settings.createIfMissing()) {
      attempt(
          account, "make database " + account.database(), () -> createDatabase(client, settings));
    }
    CosmosAsyncDatabase database = client.getDatabase(account.database());
    for (Container container : CONTAINERS) {
      if (settings.createIfMissing()) {
        attempt(
            account,
            "make container " + container.title(),
            () -> createContainer(database, container, settings));
      }
      attempt(
          account,
          "look at container " + container.title(),
          () -> check(database, container, account));
    }
  }

  /** What a container is made as. */
  static CosmosContainerProperties properties(Container container, CosmosSettings settings) {
    CosmosContainerProperties properties =
        new CosmosContainerProperties(container.title(), Keys.of(container))
            .setIndexingPolicy(indexing(container));
    Duration kept = kept(container, settings);
    if (!kept.isZero()) {
      properties.setDefaultTimeToLiveInSeconds((int) Math.min(Integer.MAX_VALUE, kept.toSeconds()));
    }
    return properties;
  }

  /** How long documents are kept after their last write; zero for ever. */
  static Duration kept(Container container, CosmosSettings settings) {
    return switch (container) {
      case ACTIVITIES, PREDICTIONS -> settings.activitiesKept();
      case REVIEWS -> settings.reviewsKept();
      case DEAD_LETTERS -> settings.deadLettersKept();
      case ALERTS, COMMANDS, ANSWERS, RULES, HEARTBEATS, LABELS, HEALTH, ERASURES, TALLIES ->
          Duration.ZERO;
    };
  }

  /** Only what is asked for: each further path costs request units with every write. */
  private static IndexingPolicy indexing(Container container) {
    List<String> paths = new ArrayList<>(container.partitionKey());
    if (!paths.contains("/participantId")) {
      paths.add("/participantId");
    }
    return new IndexingPolicy()
        .setIncludedPaths(paths.stream().map(path -> new IncludedPath(path + "/?")).toList())
        .setExcludedPaths(List.of(new ExcludedPath("/*")));
  }

  private static void createDatabase(CosmosAsyncClient client, CosmosSettings settings) {
    CosmosSettings.Throughput bought = settings.throughput();
    String name = settings.account().database();
    switch (bought.mode()) {
      case SERVERLESS -> client.createDatabaseIfNotExists(name).block();
      case MANUAL ->
          client
              .createDatabaseIfNotExists(
                  name, ThroughputProperties.createManualThroughput(bought.units()))
              .block();
      case AUTOSCALE ->
          client
              .createDatabaseIfNotExists(
                  name, ThroughputProperties.createAutoscaledThroughput(bought.units()))
              .block();
    }
  }

  private static void createContainer(
      CosmosAsyncDatabase database, Container container, CosmosSettings settings) {
    database.createContainerIfNotExists(properties(container, settings)).block();
  }

  private static void check(
      CosmosAsyncDatabase database, Container container, CosmosAccount account) {
    CosmosContainerProperties found =
        database.getContainer(container.title()).read().block().getProperties();
    List<String> paths = found.getPartitionKeyDefinition().getPaths();
    if (!paths.equals(container.partitionKey())) {
      throw new StoreException(
          "%s: container %s has the partition key %s, expected %s; %s"
              .formatted(
                  SharedClient.place(account),
                  container.title(),
                  String.join(", ", paths),
                  String.join(", ", container.partitionKey()),
                  CosmosAnswer.OTHER_PARTITION_KEY.advice()),
          null);
    }
  }

  private static void attempt(CosmosAccount account, String what, Runnable work) {
    try {
      work.run();
    } catch (CosmosException e) {
      // Another part of the job was quicker.
      if (e.getStatusCode() != 409) {
        throw new StoreException(
            SharedClient.place(account) + ": " + what + ": " + CosmosFaults.explain(e, account), e);
      }
    }
  }

  private CosmosSetUp() {}
}
