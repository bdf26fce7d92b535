package io.vigil.feed.log;

import io.vigil.alert.AlertKey;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import io.vigil.store.Documents;
import io.vigil.store.StoreException;
import java.util.Optional;

/**
 * Whether a store is still the one that a log is of. Its name does not tell where it was made anew,
 * or brought back from a copy: how far its changes are read then means nothing, and going on from
 * there would pass alerts over without a word. But alerts are never deleted, so that the one that
 * was told last must be there.
 */
public final class SameStore {

  /**
   * Checks.
   *
   * @param told the transition that was told last
   * @throws StoreException where its alert is not there, saying what to do
   */
  public static void check(Optional<FeedEvent> told, DocumentStore store) {
    Optional<AlertKey> alert = told.flatMap(event -> AlertKey.of(TransitionEvents.alertId(event)));
    if (alert.isPresent() && isMissing(alert.get(), store)) {
      throw new StoreException(
          "The store has no alert %s, which the feed's log told last; expected the store that was read before: nothing is told of this one, because alerts would be missed; bring that one back, or start the feed with another log"
              .formatted(alert.get().id()),
          null);
    }
  }

  private static boolean isMissing(AlertKey alert, DocumentStore store) {
    return store
        .find(Container.ALERTS, alert.participantId(), Documents.day(alert.start()), alert.id())
        .isEmpty();
  }

  private SameStore() {}
}
