package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.kit.Doors;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.RawRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that somebody else lets point to the feed is not the feed's. */
class FeedNamesTest {
  private static final List<String> FOREIGN =
      List.of(
          "evil.example",
          "evil.example:80",
          "localhost.evil.example",
          "evil.example.:8080",
          "169.254.169.254");

  @TempDir Path folder;

  /** Seen red with: names that are not looked at; names compared by how they begin. */
  @Test
  void aFeedOfThisMachineAnswersToItsOwnNamesAlone() throws Exception {
    try (FrontDoor door = Doors.ofThisMachine(folder, Doors.access(folder));
        Feed feed = Feeds.start(folder, door)) {
      for (String own : List.of("localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080")) {
        assertThat(ask(feed, "/", own)).contains(" 200 ");
      }
      refusesOthers(feed);
    }
  }

  /** Seen red with: the name looked at on this machine alone. */
  @Test
  void aFeedThatPeopleSignInToAnswersToItsPublicNameAlone() throws Exception {
    try (FrontDoor door = Doors.withSignIn(folder, "http://127.0.0.1:1");
        Feed feed = Feeds.start(folder, door)) {
      assertThat(ask(feed, "/", "localhost")).contains(" 200 ");
      assertThat(ask(feed, "/v1/people", "localhost:443")).contains(" 401 ");
      assertThat(ask(feed, "/", "127.0.0.1")).contains(" 421 ");
      refusesOthers(feed);
    }
  }

  /** What looks whether the feed is there knows its address, and mostly not its name. */
  private static void refusesOthers(Feed feed) throws IOException {
    for (String foreign : FOREIGN) {
      for (String path : List.of("/", "/page/feed.js", "/v1/people", "/openapi.json", "/login")) {
        assertThat(ask(feed, path, foreign)).as(path + " of " + foreign).contains(" 421 ");
      }
      assertThat(ask(feed, "/health", foreign)).contains(" 200 ");
    }
  }

  private static String ask(Feed feed, String path, String host) throws IOException {
    String head = "GET %s HTTP/1.1\nHost: %s\nConnection: close\n\n".formatted(path, host);
    return RawRequest.send(feed.port(), head, new byte[0]);
  }
}
