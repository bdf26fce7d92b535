package io.vigil.faultrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Journal;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Finds alerts that went backwards, in the order in which the server committed writes. */
final class Backwards {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The ids of alerts that had a revision which was not newer than the one before. */
  static TreeSet<String> in(CosmosServer cosmos) throws IOException {
    Map<String, Long> newest = new HashMap<>();
    TreeSet<String> backwards = new TreeSet<>();
    for (Journal.Entry entry : cosmos.journal()) {
      if (entry.container().equals(Container.ALERTS.title())) {
        long revision = JSON.readTree(entry.body()).path("revision").asLong();
        Long before = newest.put(entry.id(), revision);
        if (before != null && before >= revision) {
          backwards.add(entry.id());
        }
      }
    }
    return backwards;
  }

  private Backwards() {}
}
