package io.vigil.cli;

import static java.util.stream.Collectors.toList;

import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewSettings;
import io.vigil.store.DocumentStore;
import io.vigil.store.ReviewShelf;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers the questions about one participant, as somebody would who was there, if nobody else has
 * answered anything by then.
 */
final class DemoReviewer {
  /** Who says so. */
  static final String NAME = "demo-reviewer";

  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final DocumentStore store;
  private final DemoTruth truth;
  private final ReviewShelf shelf = new ReviewShelf(ReviewSettings.DEFAULT);
  private Instant asked;
  private boolean over;

  DemoReviewer(DocumentStore store, DemoTruth truth) {
    this.store = store;
    this.truth = truth;
  }

  /** Somebody else has answered: it is theirs from now on. */
  void stepBack() {
    over = true;
  }

  /**
   * Answers about whom there is most to ask, once its time has come.
   *
   * @return how many windows it answered about
   */
  int due(Instant now) {
    if (over) {
      return 0;
    }
    List<ReviewItem> queue = shelf.ask(store, book -> book.queue(NAME));
    if (asked == null && !queue.isEmpty()) {
      asked = now;
    }
    if (asked == null || now.isBefore(asked.plus(PATIENCE))) {
      return 0;
    }
    over = true;
    Map<String, List<Question>> byParticipant =
        queue.stream()
            .flatMap(item -> item.windows().stream())
            .collect(Collectors.groupingBy(Question::participantId, TreeMap::new, toList()));
    List<Question> windows =
        Collections.max(byParticipant.values(), Comparator.comparing(List::size));
    windows.forEach(window -> shelf.answer(store, answer(window, now)));
    return windows.size();
  }

  private Label answer(Question window, Instant now) {
    return new Label(
        window.participantId(),
        window.start(),
        window.end(),
        truth.during(window.participantId(), window.start(), window.end()).orElse(Label.NOT_SURE),
        NAME,
        Moments.micros(now));
  }
}
