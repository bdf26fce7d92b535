package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that is stored, and what time it is. */
final class Account {
  private final int partitions;
  private final Map<String, Database> databases = new ConcurrentSkipListMap<>();
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile Clock clock = Clock.systemUTC();

  /**
   * @param partitions of every container that is made
   */
  Account(int partitions) {
    this.partitions = partitions;
  }

  int partitions() {
    return partitions;
  }

  void clock(Clock other) {
    clock = other;
  }

  long nowMillis() {
    return clock.millis();
  }

  long nowSeconds() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  int nextNumber() {
    return numbers.incrementAndGet();
  }

  Map<String, Database> databases() {
    return databases;
  }

  Map<String, Offer> offers() {
    return offers;
  }

  /** The database of that name or resource id. */
  Optional<Database> database(String name) {
    return Optional.ofNullable(databases.get(name))
        .or(() -> databases.values().stream().filter(one -> one.rid().equals(name)).findFirst());
  }

  /** What the account says of itself, with one region for everything. */
  static ObjectNode describe(String endpoint) {
    ObjectNode json = Json.object();
    json.put("id", "tests");
    json.put("_rid", "tests");
    json.put("_self", "");
    json.put("media", "//media/");
    json.put("addresses", "//addresses/");
    json.put("_dbs", "//dbs/");
    for (String kind : new String[] {"writableLocations", "readableLocations"}) {
      json.putArray(kind)
          .addObject()
          .put("name", "Loopback")
          .put("databaseAccountEndpoint", endpoint + "/");
    }
    json.put("enableMultipleWriteLocations", false);
    json.putObject("userConsistencyPolicy").put("defaultConsistencyLevel", "Session");
    for (String policy : new String[] {"userReplicationPolicy", "systemReplicationPolicy"}) {
      json.putObject(policy)
          .put("asyncReplication", false)
          .put("minReplicaSetSize", 3)
          .put("maxReplicasetSize", 4);
    }
    json.putObject("readPolicy")
        .put("primaryReadCoefficient", 1)
        .put("secondaryReadCoefficient", 1);
    json.put(
        "queryEngineConfiguration",
        "{\"maxSqlQueryInputLength\":262144,\"maxJoinsPerSqlQuery\":5,"
            + "\"maxLogicalAndPerSqlQuery\":2000,\"maxLogicalOrPerSqlQuery\":2000,"
            + "\"maxUdfRefPerSqlQuery\":10,\"maxInExpressionItemsCount\":16000,"
            + "\"queryMaxInMemorySortDocumentCount\":500,\"maxQueryRequestTimeoutFraction\":0.9,"
            + "\"sqlAllowNonFiniteNumbers\":false,\"sqlAllowAggregateFunctions\":true,"
            + "\"sqlAllowSubQuery\":true,\"sqlAllowScalarSubQuery\":true,\"allowNewKeywords\":true,"
            + "\"sqlAllowLike\":true,\"sqlAllowGroupByClause\":true,"
            + "\"maxSpatialQueryCells\":12,\"spatialMaxGeometryPointCount\":256}");
    return json;
  }
}
