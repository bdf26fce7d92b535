package io.vigil.cli;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStore.Changes;
import java.util.ArrayList;
import java.util.List;

/** Follows what is written to a container of a store, from its beginning. */
final class NewDocuments {
  private static final int PAGE = 100;

  private final DocumentStore store;
  private final Container container;
  private String continuation = "";

  NewDocuments(DocumentStore store, Container container) {
    this.store = store;
    this.container = container;
  }

  /** What was written since the last time. */
  List<Document> next() {
    List<Document> fresh = new ArrayList<>();
    Changes page;
    do {
      page = store.changes(container, continuation, PAGE);
      fresh.addAll(page.documents());
      continuation = page.continuation();
    } while (page.more());
    return fresh;
  }
}
