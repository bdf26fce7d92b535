package io.vigil.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts windows together that one answer settles, so that few answers are enough. */
final class ReviewGroups {
  // What was drawn by chance is asked by itself, so that it stays a fair sample.
  private static final Comparator<Asked> ORDER =
      Comparator.comparing(Asked::contested)
          .thenComparing(one -> one.window().reason())
          .thenComparing(one -> one.window().participantId())
          .thenComparingLong(one -> one.window().start())
          .thenComparingLong(one -> one.window().end());

  private final ReviewSettings settings;
  private final List<ReviewItem> items = new ArrayList<>();
  private final List<Question> open = new ArrayList<>();
  private boolean contested;

  /**
   * A window that is to be asked.
   *
   * @param contested whether reviewers differ about it
   */
  record Asked(Question window, boolean contested) {}

  private ReviewGroups(ReviewSettings settings) {
    this.settings = settings;
  }

  /** The groups. */
  static List<ReviewItem> of(List<Asked> windows, ReviewSettings settings) {
    ReviewGroups groups = new ReviewGroups(settings);
    windows.stream().sorted(ORDER).forEach(groups::add);
    groups.close();
    return groups.items;
  }

  private void add(Asked next) {
    if (!open.isEmpty() && !belongs(next)) {
      close();
    }
    open.add(next.window());
    contested = next.contested();
  }

  private boolean belongs(Asked next) {
    Question first = open.get(0);
    Question last = open.get(open.size() - 1);
    Question window = next.window();
    return next.contested() == contested
        && window.reason() == first.reason()
        && window.participantId().equals(first.participantId())
        && window.activity().equals(first.activity())
        && window.start() - last.end() <= settings.nearMicros()
        && window.end() - first.start() <= settings.longestMicros();
  }

  private void close() {
    if (!open.isEmpty()) {
      items.add(new ReviewItem(open, contested));
      open.clear();
    }
  }
}
