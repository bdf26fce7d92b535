package io.vigil.feed.board;

import io.vigil.store.Document;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The newest activity of each person. Safe for use by several threads. */
public final class PeopleBoard {
  private final NavigableMap<String, Document> newest = new ConcurrentSkipListMap<>();

  /** Takes in what the store holds; what began before what is known changes nothing. */
  public void take(List<Document> documents) {
    documents.forEach(
        document ->
            newest.merge(
                document.participantId(),
                document,
                (known, next) -> next.time() >= known.time() ? next : known));
  }

  /** Everybody of whom an activity is known, by id. */
  public Set<String> people() {
    return newest.keySet();
  }

  /** Forgets somebody. */
  public void erase(String participantId) {
    newest.remove(participantId);
  }

  /** The document of somebody's newest activity. */
  public Optional<Document> newest(String participantId) {
    return Optional.ofNullable(newest.get(participantId));
  }
}
