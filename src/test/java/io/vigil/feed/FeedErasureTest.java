package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.erasure.Erasure;
import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.Waiting;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.ErasureDocuments;
import io.vigil.store.SqliteStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is erased is gone from the feed, while it runs and where it was away meanwhile. */
class FeedErasureTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir Path folder;

  @Test
  void isGoneFromListsAndFromTheStream() throws Exception {
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder));
        Feed feed = Feeds.start(folder)) {
      Asked admin = new Asked(feed.port(), "admin");
      known(job, admin);

      erase();

      Waiting.until("p1 is gone", () -> !text(admin, "/v1/people").contains("p1"));
      assertThat(text(admin, "/v1/alerts")).doesNotContain("p1").contains("p2");
      assertThat(text(admin, "/v1/people")).contains("p2");
      try (StreamClient late = new StreamClient(feed.port(), "admin", "0")) {
        Waiting.until("p2 is told", () -> late.told().toString().contains("p2_"));
        assertThat(late.told().toString()).doesNotContain("p1_");
      }
    }
  }

  @Test
  void aFeedThatWasAwayStartsAndForgets() throws Exception {
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder))) {
      try (Feed feed = Feeds.start(folder)) {
        known(job, new Asked(feed.port(), "admin"));
        job.fall("p1", NINE.plusSeconds(600));
        Waiting.until(
            "p1's was told last",
            () ->
                feed.log()
                    .lastTransition()
                    .filter(e -> e.participantId().equals("p1"))
                    .isPresent());
      }
      erase();
      try (Feed feed = Feeds.start(folder)) {
        Asked admin = new Asked(feed.port(), "admin");
        Waiting.until("p2 is there", () -> text(admin, "/v1/alerts").contains("p2"));
        assertThat(text(admin, "/v1/alerts")).doesNotContain("p1");
        assertThat(feed.log().after(0, 1000))
            .extracting(event -> event.participantId())
            .doesNotContain("p1");
      }
    }
  }

  private void known(MadeUpJob job, Asked admin) {
    for (String participant : new String[] {"p1", "p2"}) {
      job.fall(participant, NINE);
      job.does(participant, "Walking", NINE, NINE.plusSeconds(60));
    }
    Waiting.until(
        "both are known",
        () ->
            text(admin, "/v1/people").contains("p1")
                && text(admin, "/v1/people").contains("p2")
                && text(admin, "/v1/alerts").contains("p1_")
                && text(admin, "/v1/alerts").contains("p2_"));
  }

  private void erase() {
    try (DocumentStore store = SqliteStore.open(Feeds.store(folder))) {
      for (Container container : new Container[] {Container.ALERTS, Container.ACTIVITIES}) {
        List<Document> theirs = new ArrayList<>();
        store.scan(container, "p1", theirs::add);
        store.delete(theirs);
      }
      String body =
          "{\"id\":\"e1\",\"participantId\":\"p1\",\"at\":\"2026-01-06T09:00:00Z\",\"state\":\"ERASED\"}";
      store.upsert(List.of(ErasureDocuments.of(new Erasure("e1", "p1", 1, false), body)));
    }
  }

  private static String text(Asked asked, String path) {
    try {
      return String.valueOf(asked.get(path).json());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
