package io.vigil.store.cosmos;

import io.vigil.settings.Secret;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import io.vigil.store.cosmos.server.CosmosServer;
import java.time.Duration;

/** Settings for where documents are kept in tests. */
public final class Places {

  /** Made where missing, in the database {@code vigil}. */
  public static CosmosSettings at(CosmosServer server) {
    return at(server.endpoint(), server.key(), "vigil");
  }

  static CosmosSettings at(String endpoint, String key, String database) {
    return new CosmosSettings(
        new CosmosAccount(endpoint, Secret.of(key), database),
        true,
        new Throughput(Throughput.Mode.SERVERLESS, 0),
        Duration.ofDays(30),
        Duration.ofDays(90),
        Duration.ofDays(7));
  }

  private Places() {}
}
