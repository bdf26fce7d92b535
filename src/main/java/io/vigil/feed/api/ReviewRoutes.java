package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Scope;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.StorePool;
import io.vigil.learn.Label;
import io.vigil.learn.RefusedAnswer;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewProgress;
import io.vigil.learn.ReviewSettings;
import io.vigil.learn.Taxonomy;
import io.vigil.learn.Verdict;
import io.vigil.store.ReviewShelf;
import io.vigil.store.ShownItem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Windows that the model is unsure of, and what reviewers say of them. Reviewers see everybody's,
 * by pseudonym alone; what others say of a window they see when they have said something
 * themselves.
 */
public final class ReviewRoutes implements FeedModule {
  private static final int USUAL = 10;
  private static final int MOST = 50;

  private final StorePool stores;
  private final InstantSource clock;
  private final ReviewShelf shelf;

  public ReviewRoutes(StorePool stores, InstantSource clock, ReviewSettings settings) {
    this.stores = stores;
    this.clock = clock;
    this.shelf = new ReviewShelf(settings);
  }

  /** Forgets what it knows, to read anew what the store still holds. */
  public void startOver() {
    shelf.startOver();
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/review", this::queue);
    config.routes.get("/v1/review/disagreements", this::disagreements);
    config.routes.get("/v1/review/progress", this::progress);
    config.routes.post("/v1/review/answers", this::answer);
  }

  private record Asked(List<ReviewItem> items, Taxonomy taxonomy) {}

  private record Contested(ReviewItem item, Verdict verdict) {}

  private void queue(Context to) {
    String reviewer = reviewer(to).subject();
    int limit = limit(to);
    ObjectNode answer =
        stores.ask(
            store -> {
              Asked asked =
                  shelf.ask(store, book -> new Asked(book.queue(reviewer), book.taxonomy()));
              ObjectNode told = Json.object().put("waiting", asked.items().size());
              ArrayNode activities = told.putArray("activities");
              asked.taxonomy().activities().forEach(activities::add);
              ArrayNode items = told.putArray("items");
              asked.items().stream()
                  .limit(limit)
                  .map(item -> ShownItem.of(store, item))
                  .forEach(shown -> items.add(ReviewJson.item(shown)));
              return told;
            });
    send(to, answer);
  }

  private void disagreements(Context to) {
    String reviewer = reviewer(to).subject();
    int limit = limit(to);
    ObjectNode answer =
        stores.ask(
            store -> {
              List<Contested> contested =
                  shelf.ask(
                      store,
                      book ->
                          book.contested().stream()
                              .map(item -> new Contested(item, book.verdict(item)))
                              .toList());
              ObjectNode told = Json.object().put("waiting", contested.size());
              ArrayNode items = told.putArray("items");
              contested.stream()
                  .limit(limit)
                  .forEach(
                      one ->
                          items.add(
                              ReviewJson.contested(
                                  ShownItem.of(store, one.item()), one.verdict(), reviewer)));
              return told;
            });
    send(to, answer);
  }

  private void progress(Context to) {
    String reviewer = reviewer(to).subject();
    long dayBegan =
        ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().truncatedTo(ChronoUnit.DAYS));
    ReviewProgress progress =
        stores.ask(store -> shelf.ask(store, book -> book.progress(dayBegan)));
    Json.send(to, ReviewJson.progress(progress, reviewer));
  }

  private void answer(Context to) {
    Label given = ReviewRequest.read(to, reviewer(to).subject(), clock.instant());
    Audited.of(to).participant(given.participantId());
    Audited.of(to).did(given.activity());
    try {
      ReviewAnswer answer = stores.ask(store -> shelf.answer(store, given));
      Json.send(to, ReviewJson.answer(answer));
    } catch (RefusedAnswer e) {
      throw new Refusal(
          switch (e.why()) {
            case NOT_ASKED -> 404;
            case UNKNOWN_ACTIVITY -> 400;
          },
          e.getMessage());
    }
  }

  private static void send(Context to, ObjectNode answer) {
    answer
        .path("items")
        .forEach(item -> Audited.of(to).participant(item.path("participantId").asText()));
    Json.send(to, answer);
  }

  private static Viewer reviewer(Context to) {
    Viewer viewer = Asking.viewer(to);
    Scope.role(viewer, Role.REVIEWER, Role.ADMIN);
    return viewer;
  }

  private static int limit(Context to) {
    String text = to.queryParam("limit");
    if (text == null) {
      return USUAL;
    }
    if (text.matches("[1-9][0-9]?") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw new Refusal(400, "The parameter limit is none, expected 1 to " + MOST);
  }
}
