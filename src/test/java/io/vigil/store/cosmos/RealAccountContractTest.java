package io.vigil.store.cosmos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStoreContract;

/**
 * The contract on a real account, where VIGIL_COSMOS_ENDPOINT and VIGIL_COSMOS_KEY name one. It
 * makes the database {@code vigil-contract}, serverless, and leaves it there.
 */
class RealAccountContractTest extends DocumentStoreContract {

  @Override
  protected DocumentStore open() {
    String endpoint = System.getenv().getOrDefault("VIGIL_COSMOS_ENDPOINT", "");
    String key = System.getenv().getOrDefault("VIGIL_COSMOS_KEY", "");
    assumeTrue(
        !endpoint.isEmpty() && !key.isEmpty(),
        "VIGIL_COSMOS_ENDPOINT and VIGIL_COSMOS_KEY name no account");
    return CosmosStore.open(Places.at(endpoint, key, "vigil-contract"));
  }
}
