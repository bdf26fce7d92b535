package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A container: what was said when it was made, and its partitions. */
final class DocumentContainer {
  private final Database database;
  private final String id;
  private final String rid;
  private final PartitionKeys keys;
  private final List<Partition> partitions;
  private final AtomicLong numbers = new AtomicLong();
  private final long ts;
  private volatile ObjectNode definition;
  private volatile IndexingPolicy indexing;

  DocumentContainer(
      Database database, int number, ObjectNode definition, List<KeyRange> ranges, long ts) {
    this.database = database;
    this.id = definition.path("id").asText();
    this.rid = Rids.container(database.number(), number);
    this.keys = new PartitionKeys(definition.path("partitionKey"));
    this.ts = ts;
    this.partitions =
        IntStream.range(0, ranges.size())
            .mapToObj(i -> new Partition("" + i, ranges.get(i)))
            .toList();
    redefine(definition);
  }

  /** Takes another definition: indexing policy and time to live may change. */
  void redefine(ObjectNode wanted) {
    ObjectNode json = wanted.deepCopy();
    ItemRules.timeToLive(json.path("defaultTtl"));
    if (!json.path("uniqueKeyPolicy").path("uniqueKeys").isEmpty()) {
      throw Refused.badRequest("Unique keys are not served here");
    }
    if (!json.has("indexingPolicy")) {
      json.set("indexingPolicy", IndexingPolicy.byDefault());
    }
    indexing = new IndexingPolicy(json.path("indexingPolicy"));
    json.put("_rid", rid);
    json.put("_self", "dbs/" + database.rid() + "/colls/" + rid + "/");
    json.put("_etag", "\"" + rid + "\"");
    json.put("_ts", ts);
    json.put("_docs", "docs/");
    json.put("_sprocs", "sprocs/");
    json.put("_triggers", "triggers/");
    json.put("_udfs", "udfs/");
    json.put("_conflicts", "conflicts/");
    definition = json;
  }

  String id() {
    return id;
  }

  String rid() {
    return rid;
  }

  String link() {
    return "dbs/" + database.id() + "/colls/" + id;
  }

  Database database() {
    return database;
  }

  PartitionKeys keys() {
    return keys;
  }

  IndexingPolicy indexing() {
    return indexing;
  }

  List<Partition> partitions() {
    return partitions;
  }

  ObjectNode describe() {
    return definition;
  }

  long nextNumber() {
    return numbers.incrementAndGet();
  }

  Partition partition(String rangeId) {
    return partitions.stream()
        .filter(partition -> partition.id().equals(rangeId))
        .findFirst()
        .orElseThrow(() -> new Refused(410, 1002, "There is no partition key range " + rangeId));
  }

  Partition holding(String place) {
    return partitions.stream()
        .filter(partition -> partition.range().contains(place))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The ring has a gap at " + place));
  }

  /** Those documents that have not outlived their time. */
  Predicate<StoredDocument> alive(long now) {
    JsonNode standard = definition.path("defaultTtl");
    if (!standard.isNumber()) {
      return document -> true;
    }
    return document -> {
      long ttl = document.body().path("ttl").asLong(standard.asLong());
      return ttl < 0 || document.ts() + ttl > now;
    };
  }

  ArrayNode describeRanges() {
    ArrayNode ranges = Json.array();
    partitions.forEach(partition -> ranges.add(partition.describe(rid, ts)));
    return ranges;
  }
}
