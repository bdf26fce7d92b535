package io.vigil.cli;

import io.vigil.learn.Agreement;
import io.vigil.learn.Label;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewBook;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewProgress;
import io.vigil.learn.Verdict;
import io.vigil.store.DocumentStore;
import io.vigil.store.ReviewShelf;
import io.vigil.store.ShownItem;
import java.util.List;
import java.util.Map;

/** What is asked and answered, in the form in which machines are told. */
final class ReviewLists {

  /** What a reviewer is asked. */
  record Queue(int waiting, List<String> activities, List<Item> items) {}

  /** What one answer settles. */
  record Item(
      String participantId,
      String start,
      String end,
      String activity,
      double confidence,
      double margin,
      String reason,
      boolean contested,
      int windows,
      Map<String, Double> probabilities) {}

  /** What somebody said. */
  record Said(String reviewer, String activity, String at) {}

  /** What reviewers differ about; answers only where this reviewer has answered. */
  record Contested(Item item, int reviewers, boolean answered, List<Said> answers) {}

  /** What came of an answer. */
  record Told(
      String participantId,
      String start,
      String end,
      String activity,
      boolean isNew,
      String standing,
      List<Said> others) {}

  /** How far two agree; without kappa where chance explains as much. */
  record Pair(String first, String second, long both, long same, Double kappa) {}

  /** How far reviewers are. */
  record Progress(
      Map<Verdict.Standing, Long> windows, Map<String, Long> answersToday, List<Pair> agreements) {}

  static Queue queue(DocumentStore store, ReviewShelf shelf, String reviewer, int limit) {
    List<ReviewItem> items = shelf.ask(store, book -> book.queue(reviewer));
    List<String> activities = shelf.ask(store, ReviewBook::taxonomy).activities();
    return new Queue(
        items.size(),
        activities,
        items.stream().limit(limit).map(item -> item(ShownItem.of(store, item).item())).toList());
  }

  static List<Contested> contested(DocumentStore store, ReviewShelf shelf, String reviewer) {
    return shelf
        .ask(
            store,
            book ->
                book.contested().stream().map(item -> Map.entry(item, book.verdict(item))).toList())
        .stream()
        .map(
            one -> {
              Verdict verdict = one.getValue();
              boolean answered = verdict.by(reviewer).isPresent();
              return new Contested(
                  item(ShownItem.of(store, one.getKey()).item()),
                  verdict.answers().size(),
                  answered,
                  answered ? said(verdict.answers()) : List.of());
            })
        .toList();
  }

  static Told told(ReviewAnswer answer) {
    Label label = answer.label();
    return new Told(
        label.participantId(),
        Moments.exact(label.start()),
        Moments.exact(label.end()),
        label.activity(),
        answer.isNew(),
        answer.standing().name(),
        said(answer.others()));
  }

  static Progress told(ReviewProgress progress) {
    return new Progress(
        progress.windows(),
        progress.answers(),
        progress.agreements().stream().map(ReviewLists::pair).toList());
  }

  private static Pair pair(Agreement one) {
    return new Pair(
        one.first(),
        one.second(),
        one.both(),
        one.same(),
        one.kappa().isPresent() ? one.kappa().getAsDouble() : null);
  }

  private static Item item(ReviewItem item) {
    return new Item(
        item.participantId(),
        Moments.exact(item.start()),
        Moments.exact(item.end()),
        item.activity(),
        item.confidence(),
        item.margin(),
        item.windows().get(0).reason().name(),
        item.contested(),
        item.windows().size(),
        item.probabilities());
  }

  private static List<Said> said(List<Label> labels) {
    return labels.stream()
        .map(label -> new Said(label.reviewer(), label.activity(), Moments.exact(label.at())))
        .toList();
  }

  private ReviewLists() {}
}
