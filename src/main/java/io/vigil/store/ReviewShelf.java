package io.vigil.store;

import io.vigil.learn.Label;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewBook;
import io.vigil.learn.ReviewSettings;
import io.vigil.store.DocumentStore.Changes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a store knows of reviews, read on from where it was read before. Safe for use by several
 * threads.
 */
public final class ReviewShelf {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewShelf.class);
  private static final int PAGE = 500;

  private final ReviewSettings settings;
  private ReviewBook book;
  private String askedUntil = "";
  private String answeredUntil = "";

  public ReviewShelf(ReviewSettings settings) {
    this.settings = settings;
    this.book = new ReviewBook(settings);
  }

  /** Forgets all, to read anew what the store still holds. */
  public synchronized void startOver() {
    book = new ReviewBook(settings);
    askedUntil = "";
    answeredUntil = "";
  }

  /**
   * Asks the book, with everything in it that the store holds by now.
   *
   * @throws StoreException where the store does not answer
   */
  public synchronized <T> T ask(DocumentStore store, Function<ReviewBook, T> question) {
    askedUntil =
        follow(
            store,
            Container.REVIEWS,
            askedUntil,
            document -> book.take(ReviewDocuments.read(document.body())));
    answeredUntil =
        follow(
            store,
            Container.LABELS,
            answeredUntil,
            document -> book.take(LabelReading.read(document.body())));
    return question.apply(book);
  }

  /**
   * Keeps an answer in the store, unless just this one is there.
   *
   * @throws io.vigil.learn.RefusedAnswer where it cannot be taken
   * @throws StoreException where the store does not take it; nothing is changed then
   */
  public synchronized ReviewAnswer answer(DocumentStore store, Label given) {
    ReviewAnswer answer = ask(store, asked -> asked.answer(given));
    if (answer.isNew()) {
      store.upsert(List.of(LabelDocuments.of(answer.label())));
      // A store's changes may come a moment later; the next question must not be the same.
      book.take(answer.label());
    }
    return answer;
  }

  private static String follow(
      DocumentStore store, Container container, String from, Consumer<Document> consumer) {
    String until = from;
    Changes page;
    do {
      page = store.changes(container, until, PAGE);
      page.documents().forEach(document -> take(document, consumer));
      until = page.continuation();
    } while (page.more());
    return until;
  }

  private static void take(Document document, Consumer<Document> consumer) {
    try {
      consumer.accept(document);
    } catch (IllegalArgumentException e) {
      LOG.warn("{} of container {} is left out", e.getMessage(), document.container().title());
    }
  }
}
