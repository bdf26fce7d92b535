package io.vigil.store;

import io.vigil.activity.Episode;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewItem;
import java.util.ArrayList;
import java.util.List;

/**
 * An item for review with what a reviewer wants to see.
 *
 * @param item that is asked
 * @param around what the model says of the time around it, by start
 * @param windows some of the item's, spread over it, in order of time; with their samples where the
 *     store still has them
 */
public record ShownItem(ReviewItem item, List<Episode> around, List<Question> windows) {
  /** How much is looked at before and after, in microseconds: 15 min. */
  public static final long AROUND_MICROS = 15L * 60 * 1_000_000;

  /** More are too much to look at. */
  private static final int MOST_WINDOWS = 4;

  public ShownItem {
    around = List.copyOf(around);
    windows = List.copyOf(windows);
  }

  /**
   * Reads it from a store; cut where the model says something else between two windows.
   *
   * @throws StoreException where the store does not answer
   */
  public static ShownItem of(DocumentStore store, ReviewItem item) {
    List<Episode> around =
        EpisodeReading.around(
            store, item.participantId(), item.start() - AROUND_MICROS, item.end() + AROUND_MICROS);
    ReviewItem cut = item.untilSomethingElse(around);
    List<Question> windows = new ArrayList<>();
    spread(cut.windows()).forEach(window -> windows.add(withSamples(store, window)));
    return new ShownItem(cut, around, windows);
  }

  private static List<Question> spread(List<Question> all) {
    int count = Math.min(MOST_WINDOWS, all.size());
    List<Question> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get(count == 1 ? 0 : i * (all.size() - 1) / (count - 1)));
    }
    return some;
  }

  private static Question withSamples(DocumentStore store, Question window) {
    return store
        .find(
            Container.REVIEWS,
            window.participantId(),
            Documents.day(window.start()),
            ReviewDocuments.id(window))
        .map(document -> ReviewDocuments.read(document.body()))
        .orElse(window);
  }
}
