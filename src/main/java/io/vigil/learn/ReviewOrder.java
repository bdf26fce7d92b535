package io.vigil.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The order in which items are asked. First what reviewers differ about. Then everybody in turn, of
 * each the item from which most is learnt. Every {@value #DRAWN_EVERY}th is one that was drawn by
 * chance: otherwise those, which tell how things really are, would wait behind the uncertain ones
 * for ever.
 */
final class ReviewOrder {
  static final int DRAWN_EVERY = 5;

  private static final Comparator<ReviewItem> USEFUL =
      Comparator.comparingDouble(ReviewOrder::usefulness)
          .reversed()
          .thenComparing(ReviewItem::participantId)
          .thenComparingLong(ReviewItem::start);

  // What was drawn is asked as it was drawn, not what is unsure first.
  private static final Comparator<ReviewItem> BY_CHANCE =
      Comparator.comparingLong((ReviewItem item) -> Draw.of(item.participantId(), item.start()))
          .thenComparing(ReviewItem::participantId)
          .thenComparingLong(ReviewItem::start);

  static List<ReviewItem> of(List<ReviewItem> items) {
    List<ReviewItem> ordered =
        new ArrayList<>(everybodyInTurn(sorted(items, ReviewItem::contested, USEFUL)));
    Deque<ReviewItem> uncertain =
        new ArrayDeque<>(
            everybodyInTurn(sorted(items, item -> !item.contested() && !item.isDrawn(), USEFUL)));
    Deque<ReviewItem> drawn =
        new ArrayDeque<>(sorted(items, item -> !item.contested() && item.isDrawn(), BY_CHANCE));
    for (int place = 1; !uncertain.isEmpty() || !drawn.isEmpty(); place++) {
      boolean drawnIsDue = uncertain.isEmpty() || place % DRAWN_EVERY == 0 && !drawn.isEmpty();
      ordered.add(drawnIsDue ? drawn.remove() : uncertain.remove());
    }
    return ordered;
  }

  private static List<ReviewItem> sorted(
      List<ReviewItem> items, Predicate<ReviewItem> which, Comparator<ReviewItem> order) {
    return items.stream().filter(which).sorted(order).toList();
  }

  /** How unsure the model is, and of how much: many windows in a row are much alike. */
  private static double usefulness(ReviewItem item) {
    return (1 - item.margin()) * Math.sqrt(item.windows().size());
  }

  /** Everybody's first, then everybody's second, and so on. */
  private static List<ReviewItem> everybodyInTurn(List<ReviewItem> best) {
    Map<String, Integer> seen = new HashMap<>();
    List<List<ReviewItem>> rounds = new ArrayList<>();
    for (ReviewItem item : best) {
      int round = seen.merge(item.participantId(), 1, Integer::sum) - 1;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(item);
    }
    return rounds.stream().flatMap(List::stream).toList();
  }

  private ReviewOrder() {}
}
