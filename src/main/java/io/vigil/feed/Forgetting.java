package io.vigil.feed;

import io.vigil.erasure.Erasure;
import io.vigil.erasure.ErasureMessages;
import io.vigil.feed.board.Boards;
import io.vigil.feed.log.Journal;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.ErasureDocuments;
import java.util.List;

/**
 * Forgets whoever is erased. Heard of twice, when it is asked for and when it is done, so that what
 * was read in between is forgotten too.
 */
final class Forgetting {
  private final Boards boards;
  private final Journal journal;
  private final Runnable reviews;

  /**
   * @param reviews reads what is put up for review anew
   */
  Forgetting(Boards boards, Journal journal, Runnable reviews) {
    this.boards = boards;
    this.journal = journal;
    this.reviews = reviews;
  }

  /** Those that the store knows when the feed starts: its log may be of before. */
  void takeAll(DocumentStore store) {
    ErasureDocuments.all(store).forEach(this::forget);
  }

  void take(List<Document> erasures) {
    erasures.forEach(document -> forget(ErasureMessages.read(document.body())));
  }

  private void forget(Erasure erasure) {
    if (!erasure.lifted()) {
      // The list of people last: whoever is gone from it is gone everywhere.
      journal.erase(erasure.participantId());
      boards.alerts().erase(erasure.participantId());
      reviews.run();
      boards.people().erase(erasure.participantId());
    }
  }
}
