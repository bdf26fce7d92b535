package io.vigil.store.cosmos;

import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStoreContract;
import io.vigil.store.cosmos.server.CosmosServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contract on the tests' own server. */
class CosmosContractTest {

  @Nested
  class WithOnePartition extends OnOurServer {
    WithOnePartition() {
      super(1);
    }
  }

  @Nested
  class WithThreePartitions extends OnOurServer {
    WithThreePartitions() {
      super(3);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnOurServer extends DocumentStoreContract {
    private final CosmosServer server;

    OnOurServer(int partitions) {
      server = CosmosServer.start(partitions);
    }

    @Override
    protected DocumentStore open() {
      return CosmosStore.open(Places.at(server));
    }

    @AfterAll
    void stop() {
      server.close();
    }
  }
}
