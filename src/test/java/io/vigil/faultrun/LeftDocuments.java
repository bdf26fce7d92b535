package io.vigil.faultrun;

import io.vigil.store.Container;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run left in Cosmos DB. */
final class LeftDocuments {
  private static final List<Container> WRITTEN =
      List.of(
          Container.ACTIVITIES, Container.ALERTS, Container.PREDICTIONS, Container.DEAD_LETTERS);

  /** Bodies by {@code container/id}. */
  static Map<String, String> of(CosmosSettings settings) {
    Map<String, String> bodies = new TreeMap<>();
    try (CosmosStore store = CosmosStore.open(settings)) {
      for (Container container : WRITTEN) {
        store.scan(
            container,
            document -> bodies.put(container.title() + "/" + document.id(), document.body()));
      }
    }
    return bodies;
  }

  private LeftDocuments() {}
}
