package io.vigil.cli;

import io.vigil.activity.Episode;
import io.vigil.alert.Magnitudes;
import io.vigil.alert.Snippet;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewBook;
import io.vigil.learn.ReviewItem;
import io.vigil.store.DocumentStore;
import io.vigil.store.ReviewShelf;
import io.vigil.store.ShownItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks one question after the other, and keeps what is answered. */
final class ReviewTalk {
  private static final int COLUMNS = 64;

  private final DocumentStore store;
  private final ReviewShelf shelf;
  private final String reviewer;
  private final BufferedReader in;
  private final PrintWriter out;
  private final Deque<Label> given = new ArrayDeque<>();
  private final Set<String> skipped = new HashSet<>();

  ReviewTalk(
      DocumentStore store, ReviewShelf shelf, String reviewer, BufferedReader in, PrintWriter out) {
    this.store = store;
    this.shelf = shelf;
    this.reviewer = reviewer;
    this.in = in;
    this.out = out;
  }

  /** Goes on until nothing is left to ask or nobody answers any more. */
  void run() throws IOException {
    List<String> activities = shelf.ask(store, ReviewBook::taxonomy).activities();
    for (Optional<ShownItem> next = next(); next.isPresent(); next = next()) {
      show(next.get(), activities);
      String typed = in.readLine();
      if (typed == null || typed.strip().equals("q")) {
        out.println();
        return;
      }
      take(typed.strip(), next.get().item(), activities);
    }
    out.println("Nothing is waiting for an answer.");
    out.flush();
  }

  private Optional<ShownItem> next() {
    List<ReviewItem> items = shelf.ask(store, book -> book.queue(reviewer));
    return items.stream()
        .filter(item -> !skipped.contains(key(item)))
        .findFirst()
        .map(item -> ShownItem.of(store, item));
  }

  private void take(String typed, ReviewItem item, List<String> activities) {
    switch (typed) {
      case "" -> skipped.add(key(item));
      case "s" -> answer(item, Label.NOT_SURE);
      case "w" -> answer(item, Label.NOT_WORN);
      case "u" -> undo();
      default -> {
        int number = typed.matches("[1-9][0-9]?") ? Integer.parseInt(typed) : 0;
        if (number >= 1 && number <= activities.size()) {
          answer(item, activities.get(number - 1));
        } else {
          out.println("That is no answer, expected one of those in brackets.");
        }
      }
    }
  }

  private void answer(ReviewItem item, String activity) {
    Label label =
        new Label(item.participantId(), item.start(), item.end(), activity, reviewer, now());
    ReviewText.lines(shelf.answer(store, label)).forEach(out::println);
    given.push(label);
  }

  private void undo() {
    Label last = given.poll();
    if (last == null) {
      out.println("There is nothing to be taken back.");
      return;
    }
    shelf.answer(
        store,
        new Label(
            last.participantId(), last.start(), last.end(), Label.TAKEN_BACK, reviewer, now()));
    out.println("Taken back: " + last.activity());
  }

  private void show(ShownItem shown, List<String> activities) {
    ReviewItem item = shown.item();
    out.println();
    out.printf(
        "%s, %s, %s, %d windows%s%n",
        Harmless.line(item.participantId()),
        Moments.text(item.start()),
        span(item.start(), item.end()),
        item.windows().size(),
        item.contested() ? "; other reviewers differ, you decide" : "");
    out.printf(
        "  the model says %s: %s%n",
        Harmless.line(item.activity()), Harmless.line(ReviewText.guesses(item.probabilities())));
    for (Episode episode : shown.around()) {
      out.printf(
          "  %s %s, %s%n",
          where(episode, item),
          Harmless.line(episode.activity()),
          span(episode.start(), episode.end()));
    }
    plot(shown.windows().get(0));
    for (int i = 0; i < activities.size(); i++) {
      out.printf("  [%d] %s%n", i + 1, Harmless.line(activities.get(i)));
    }
    out.print("  [s] not sure  [w] not worn  [u] take back  [q] quit  [Enter] skip: ");
    out.flush();
  }

  private void plot(Question window) {
    if (window.samples().isEmpty()) {
      out.println("  (the samples of this window are gone)");
      return;
    }
    Magnitudes magnitudes = new Magnitudes(window.start(), window.end(), COLUMNS);
    magnitudes.add(Snippet.unpack(window.participantId(), window.samples()));
    out.print(MagnitudePlot.of(magnitudes));
  }

  private static String where(Episode episode, ReviewItem item) {
    if (episode.end() <= item.start()) {
      return "before:";
    }
    return episode.start() >= item.end() ? "after: " : "here:  ";
  }

  private static String span(long from, long to) {
    return Moments.span(Duration.of(to - from, ChronoUnit.MICROS));
  }

  private static String key(ReviewItem item) {
    return item.participantId() + " " + item.start();
  }

  private static long now() {
    return Moments.micros(Instant.now());
  }
}
