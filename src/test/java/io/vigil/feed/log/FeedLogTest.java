package io.vigil.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLogTest {
  @TempDir Path folder;

  /** Seen red with: a log that takes what has a known key. */
  @Test
  void eachEventIsLoggedOnceAndStaysInItsPlace() {
    try (FeedLog log = FeedLog.open(file())) {
      assertThat(log.newest()).isZero();
      assertThat(log.append(List.of(event("a"), event("b")), "alerts", "7"))
          .extracting(FeedEvent::number)
          .containsExactly(1L, 2L);
      assertThat(log.append(List.of(event("b"), event("c")), "alerts", "8"))
          .extracting(FeedEvent::key)
          .containsExactly("c");
    }
    try (FeedLog log = FeedLog.open(file())) {
      assertThat(log.continuation("alerts")).isEqualTo("8");
      assertThat(log.continuation("other")).isEmpty();
      assertThat(log.after(1, 10)).extracting(FeedEvent::key).containsExactly("b", "c");
      assertThat(log.after(0, 2)).hasSize(2).first().isEqualTo(event("a").numbered(1));
      long newest = log.newest();
      assertThat(log.append(List.of(event("d")), "alerts", "9").get(0).number())
          .isGreaterThan(newest);
    }
  }

  /** Seen red with: a log that takes the name of whoever comes. */
  @Test
  void aLogOfAnotherStoreIsRefused() {
    try (FeedLog log = FeedLog.open(file())) {
      log.belongTo("the file vigil.db");
      log.append(List.of(event("a")), "alerts", "7");
    }
    try (FeedLog log = FeedLog.open(file())) {
      log.belongTo("the file vigil.db");
      assertThatThrownBy(() -> log.belongTo("the database vigil of somewhere"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("feed.db belongs to the file vigil.db")
          .hasMessageContaining("expected one of the database vigil of somewhere")
          .hasMessageContaining("give it another log");
      log.belongTo("the file vigil.db");
      assertThat(log.continuation("alerts")).isEqualTo("7");
    }
  }

  @Test
  void whatIsNoLogIsRefused() throws Exception {
    Files.writeString(file(), "this is no database, and longer than a header of one would be....");
    assertThatThrownBy(() -> FeedLog.open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("feed.db")
        .hasMessageContaining("expected a SQLite file");
  }

  private static FeedEvent event(String key) {
    return new FeedEvent(0, Kind.TRANSITION, key, "p1", 5, "{\"n\":1}");
  }

  private Path file() {
    return folder.resolve("feed.db");
  }
}
