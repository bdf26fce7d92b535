package io.vigil.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where documents are kept. Writing the same document twice leaves one. */
public interface DocumentStore extends AutoCloseable {

  /**
   * Writes documents. Of two with one id the later stays, but one with a revision is written only
   * over an older revision, and where writes can overtake each other an activity only over one that
   * is not further.
   *
   * @throws StoreException if one of them could not be written; the others may have been, and
   *     writing all again is safe
   */
  void upsert(List<Document> documents);

  /** Hands on every document of a container, by participant, then time, then id. */
  void scan(Container container, Consumer<Document> consumer);

  /** The documents of a participant on a day ({@code yyyy-MM-dd}, UTC), by time. */
  List<Document> read(Container container, String participantId, String day);

  /** One document. */
  Optional<Document> find(Container container, String participantId, String day, String id);

  /**
   * What changed, each participant's oldest change first; of a document that changed several times
   * the newest form.
   *
   * @param continuation of the page before, or the empty string for the beginning
   * @param most so many documents, about
   */
  Changes changes(Container container, String continuation, int most);

  /**
   * A page of changes.
   *
   * @param continuation where the next page begins; also good tomorrow and in another process
   * @param more whether more changes were waiting when this page was read
   */
  record Changes(List<Document> documents, String continuation, boolean more) {}

  /** The newest document of each participant, by participant. */
  List<Document> newest(Container container);

  /** How many documents a container holds. */
  long count(Container container);

  /** Hands on the documents of a participant, or with the empty string those of nobody. */
  void scan(Container container, String participantId, Consumer<Document> consumer);

  /**
   * Deletes documents by their ids; who follows changes does not hear of it.
   *
   * @return how many of them were there
   * @throws StoreException if one of them could not be deleted; deleting all again is safe
   */
  long delete(List<Document> documents);

  /** Leaves nothing of what was deleted in free places of files, where there are such. */
  default void scrub() {}

  @Override
  void close();
}
