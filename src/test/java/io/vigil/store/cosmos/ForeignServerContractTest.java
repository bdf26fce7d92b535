package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStoreContract;
import org.junit.jupiter.api.AfterAll;

/**
 * The part of the contract that needs single documents only, on a server not of our making: what is
 * sent in bulk elsewhere is sent one by one here.
 */
class ForeignServerContractTest extends DocumentStoreContract {
  private final ForeignServer server = ForeignServer.startOrSkip();

  @Override
  protected DocumentStore open() {
    CosmosSettings settings = Places.at(server.endpoint(), ForeignServer.KEY, "vigil");
    // It says of itself that it speaks TLS, which it does not.
    CosmosAsyncClient client =
        SharedClient.builder(settings.account()).endpointDiscoveryEnabled(false).buildAsyncClient();
    CosmosSetUp.prepare(client, settings);
    return new CosmosStore(
        settings.account(),
        client.getDatabase("vigil"),
        CosmosSender.Way.ONE_BY_ONE,
        client::close);
  }

  @Override
  protected boolean knowsQueries() {
    return false;
  }

  /** A read of a document in a partition that has none is answered with 500. */
  @Override
  protected boolean knowsWhatIsMissing() {
    return false;
  }

  @AfterAll
  void stop() {
    server.close();
  }
}
