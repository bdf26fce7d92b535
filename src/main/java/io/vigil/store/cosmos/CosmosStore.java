package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Documents in Cosmos DB. Written by the same queue as the sink's, so that here too one document
 * has one request under way and an alert never goes back; a document that Cosmos DB refuses becomes
 * a dead letter. Tallies are not kept. For one thread at a time.
 */
public final class CosmosStore implements DocumentStore {
  private static final SqlQuerySpec EVERYTHING = new SqlQuerySpec("SELECT * FROM c");
  private static final SqlQuerySpec BY_PARTICIPANT =
      new SqlQuerySpec("SELECT * FROM c ORDER BY c.participantId");
  private static final SqlQuerySpec COUNT = new SqlQuerySpec("SELECT VALUE COUNT(1) FROM c");
  private static final SqlQuerySpec DAYS = new SqlQuerySpec("SELECT c.participantId, c.day FROM c");

  // Not left to the query: as texts, times of one second with and without a fraction change places.
  private static final Comparator<Document> IN_TIME =
      Comparator.comparingLong(Document::time).thenComparing(Document::id);

  private final CosmosReads reads;
  private final CosmosChanges changes;
  private final CosmosUpserts upserts;
  private final CosmosDeletes deletes;
  private final AutoCloseable connection;

  CosmosStore(
      CosmosAccount account,
      CosmosAsyncDatabase database,
      CosmosSender.Way way,
      AutoCloseable connection) {
    this.reads = new CosmosReads(account, database);
    this.changes = new CosmosChanges(reads);
    this.upserts = new CosmosUpserts(SharedClient.place(account), database, way);
    this.deletes = new CosmosDeletes(reads);
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @throws StoreException saying in one line what was tried, what came back and what to do
   */
  public static CosmosStore open(CosmosSettings settings) {
    SharedClient client = SharedClient.of(settings);
    return new CosmosStore(settings.account(), client.database(), CosmosSender.Way.BULK, client);
  }

  @Override
  public void upsert(List<Document> documents) {
    upserts.write(documents);
  }

  @Override
  public void scan(Container container, Consumer<Document> consumer) {
    List<Document> participants = new ArrayList<>();
    query(
        container,
        BY_PARTICIPANT,
        new CosmosQueryRequestOptions(),
        document -> {
          if (!participants.isEmpty()
              && !participants.get(0).participantId().equals(document.participantId())) {
            inTime(participants).forEach(consumer);
            participants.clear();
          }
          participants.add(document);
        });
    inTime(participants).forEach(consumer);
  }

  @Override
  public List<Document> read(Container container, String participantId, String day) {
    List<Document> found = new ArrayList<>();
    PartitionKey key = key(container, participantId, day, "");
    if (key == null || container.partitionKey().contains("/id")) {
      query(container, whose(participantId), new CosmosQueryRequestOptions(), found::add);
    } else {
      query(
          container, EVERYTHING, new CosmosQueryRequestOptions().setPartitionKey(key), found::add);
    }
    found.removeIf(document -> !document.day().equals(day));
    return inTime(found);
  }

  @Override
  public Optional<Document> find(Container container, String participantId, String day, String id) {
    PartitionKey key = key(container, participantId, day, id);
    List<Document> found = new ArrayList<>();
    if (container == Container.TALLIES) {
      return Optional.empty();
    } else if (key == null) {
      query(container, withId(id), new CosmosQueryRequestOptions(), found::add);
    } else {
      reads
          .item(container, id, key)
          .map(item -> StoredItem.document(container, item))
          .ifPresent(found::add);
    }
    return found.stream().findFirst();
  }

  @Override
  public Changes changes(Container container, String continuation, int most) {
    return container == Container.TALLIES
        ? new Changes(List.of(), continuation, false)
        : changes.after(container, continuation, most);
  }

  @Override
  public List<Document> newest(Container container) {
    Map<String, Document> newest = new TreeMap<>();
    if (container.partitionKey().contains("/day")) {
      newestDays(container)
          .forEach(
              (participant, day) ->
                  read(container, participant, day).forEach(one -> newest.put(participant, one)));
    } else {
      scan(container, one -> newest.put(one.participantId(), one));
    }
    return List.copyOf(newest.values());
  }

  @Override
  public long count(Container container) {
    long[] count = {0};
    if (container != Container.TALLIES) {
      reads.each(
          container,
          COUNT,
          new CosmosQueryRequestOptions(),
          JsonNode.class,
          part -> count[0] += part.asLong());
    }
    return count[0];
  }

  @Override
  public void scan(Container container, String participantId, Consumer<Document> consumer) {
    query(container, whose(participantId), new CosmosQueryRequestOptions(), consumer);
  }

  @Override
  public long delete(List<Document> documents) {
    return deletes.delete(documents);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception e) {
      throw new StoreException("The connection to Cosmos DB could not be closed", e);
    }
  }

  private Map<String, String> newestDays(Container container) {
    Map<String, String> days = new TreeMap<>();
    reads.each(
        container,
        DAYS,
        new CosmosQueryRequestOptions(),
        ObjectNode.class,
        row ->
            days.merge(
                row.path("participantId").asText(),
                row.path("day").asText(),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
    return days;
  }

  private void query(
      Container container,
      SqlQuerySpec query,
      CosmosQueryRequestOptions options,
      Consumer<Document> consumer) {
    if (container != Container.TALLIES) {
      reads.each(
          container,
          query,
          options,
          ObjectNode.class,
          item -> consumer.accept(StoredItem.document(container, item)));
    }
  }

  private static SqlQuerySpec whose(String participantId) {
    return new SqlQuerySpec(
        "SELECT * FROM c WHERE c.participantId = @participantId",
        new SqlParameter("@participantId", participantId));
  }

  private static SqlQuerySpec withId(String id) {
    return new SqlQuerySpec("SELECT * FROM c WHERE c.id = @id", new SqlParameter("@id", id));
  }

  /** Where a document of a participant and day is, or null where they are spread otherwise. */
  private static PartitionKey key(
      Container container, String participantId, String day, String id) {
    return switch (container) {
      case ACTIVITIES, PREDICTIONS, REVIEWS -> Keys.of(List.of(participantId, day));
      case ALERTS, COMMANDS, ANSWERS, LABELS -> Keys.of(List.of(participantId));
      case RULES, HEARTBEATS, ERASURES -> Keys.of(List.of(id));
      case HEALTH -> Keys.of(List.of(day));
      case DEAD_LETTERS, TALLIES -> null;
    };
  }

  private static List<Document> inTime(List<Document> documents) {
    return documents.stream().sorted(IN_TIME).toList();
  }
}
