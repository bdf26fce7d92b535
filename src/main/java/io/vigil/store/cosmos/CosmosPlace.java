package io.vigil.store.cosmos;

import io.vigil.store.DocumentSink.StoreFactory;
import io.vigil.store.DocumentStore;

/**
 * Where a {@link CosmosStore} is, in a form that travels with a job.
 *
 * @param settings how it is reached
 */
public record CosmosPlace(CosmosSettings settings) implements StoreFactory {

  @Override
  public DocumentStore get() {
    return CosmosStore.open(settings);
  }
}
