package io.vigil.cli;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.util.ArrayList;
import java.util.List;

/** Copies a container's documents from one store to another, some at a time. */
final class Copy {
  private static final int AT_ONCE = 1000;

  static void of(Container container, DocumentStore from, DocumentStore to) {
    List<Document> some = new ArrayList<>();
    from.scan(
        container,
        document -> {
          some.add(document);
          if (some.size() == AT_ONCE) {
            to.upsert(some);
            some.clear();
          }
        });
    to.upsert(some);
  }

  private Copy() {}
}
