package io.vigil.bench;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A store that tells somebody what was written to it, once it is written. */
final class TimedStore implements DocumentStore {
  private final DocumentStore store;
  private final LongSupplier clockMicros;
  private final ResultTimes times;

  TimedStore(DocumentStore store, LongSupplier clockMicros, ResultTimes times) {
    this.store = store;
    this.clockMicros = clockMicros;
    this.times = times;
  }

  @Override
  public void upsert(List<Document> documents) {
    store.upsert(documents);
    long now = clockMicros.getAsLong();
    for (Document document : documents) {
      times.written(document, now);
    }
  }

  @Override
  public void scan(Container container, Consumer<Document> consumer) {
    store.scan(container, consumer);
  }

  @Override
  public void scan(Container container, String participantId, Consumer<Document> consumer) {
    store.scan(container, participantId, consumer);
  }

  @Override
  public long delete(List<Document> documents) {
    return store.delete(documents);
  }

  @Override
  public List<Document> read(Container container, String participantId, String day) {
    return store.read(container, participantId, day);
  }

  @Override
  public Optional<Document> find(Container container, String participantId, String day, String id) {
    return store.find(container, participantId, day, id);
  }

  @Override
  public Changes changes(Container container, String continuation, int most) {
    return store.changes(container, continuation, most);
  }

  @Override
  public List<Document> newest(Container container) {
    return store.newest(container);
  }

  @Override
  public long count(Container container) {
    return store.count(container);
  }

  @Override
  public void close() {
    store.close();
  }
}
