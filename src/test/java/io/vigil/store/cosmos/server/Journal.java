package io.vigil.store.cosmos.server;

import java.util.ArrayList;
import java.util.List;

/** Every committed write, in order: what proves that a document never went backwards. */
public final class Journal {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A committed write.
   *
   * @param container its name
   * @param partitionKey as JSON
   * @param kind one of CREATE, UPSERT, REPLACE, PATCH, DELETE
   * @param body as it is now, without the server's fields; empty for a deletion
   */
  public record Entry(
      String container, String partitionKey, String id, RequestKind kind, String body) {}

  synchronized void add(List<Entry> committed) {
    entries.addAll(committed);
  }

  synchronized int size() {
    return entries.size();
  }

  List<Entry> entries() {
    return entries(0);
  }

  synchronized List<Entry> entries(int from) {
    return List.copyOf(entries.subList(from, entries.size()));
  }
}
