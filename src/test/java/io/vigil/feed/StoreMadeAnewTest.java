package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is made anew at its place, and the feed's log is not: that is noticed. */
class StoreMadeAnewTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir Path folder;

  /** Seen red with: a log that goes on from where the other store was read. */
  @Test
  void theFeedSaysThatItDoesNotWorkUntilItHasAnotherLog() throws Exception {
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder));
        Feed feed = Feeds.start(folder);
        StreamClient client = new StreamClient(feed.port(), "admin", "0")) {
      job.fall("p1", NINE);
      Waiting.until("it is told", () -> client.of("transition").size() == 1);
    }
    delete("vigil.db");
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder))) {
      String id = job.fall("p2", NINE);
      try (Feed feed = Feeds.start(folder)) {
        Waiting.until("the store is not taken for the other", () -> !reachable(feed));
        try (StreamClient client = new StreamClient(feed.port(), "admin", "0")) {
          Waiting.until("what was told is there", () -> client.of("transition").size() == 1);
        }
      }
      delete("feed.db");
      try (Feed feed = Feeds.start(folder);
          StreamClient client = new StreamClient(feed.port(), "admin", "0")) {
        Waiting.until("it is told", () -> client.of("transition").size() == 1);
        assertThat(client.of("transition").get(0)).contains(id);
        assertThat(reachable(feed)).isTrue();
      }
    }
  }

  private static boolean reachable(Feed feed) {
    try {
      return new Asked(feed.port(), "admin")
          .get("/v1/status")
          .json()
          .at("/store/reachable")
          .asBoolean();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void delete(String database) throws IOException {
    for (String end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve(database + end));
    }
  }
}
