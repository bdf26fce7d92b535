package io.vigil.store;

import java.util.List;
import java.util.function.Consumer;

/** Where documents are kept. Writing the same document twice leaves one. */
public interface DocumentStore extends AutoCloseable {

  /** Writes documents, all or none; of two with one id the later stays. */
  void upsert(List<Document> documents);

  /** Hands on every document of a container, by participant, then time, then id. */
  void scan(Container container, Consumer<Document> consumer);

  /** The documents of a participant on a day ({@code yyyy-MM-dd}, UTC), by time. */
  List<Document> read(Container container, String participantId, String day);

  /** The newest document of each participant, by participant. */
  List<Document> newest(Container container);

  /** How many documents a container holds. */
  long count(Container container);

  @Override
  void close();
}
