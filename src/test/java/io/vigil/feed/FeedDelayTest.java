package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.kit.Delays;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.RandomFalls;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.StreamClient.Told;
import io.vigil.feed.kit.Waiting;
import io.vigil.store.cosmos.Places;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an alert takes from the job to a reader of the stream. With {@code
 * -Dvigil.feed.alerts=500} the 99th percentile is held to what is promised; the figures are printed
 * in any case.
 */
class FeedDelayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** Seen red with: a stream that leaves every third event out; with 500, a look every second. */
  @Test
  void fromTheEmbeddedStore() throws Exception {
    measure(
        "embedded store to stream",
        FeedStore.embedded(Feeds.store(folder)),
        Duration.ofMillis(500));
  }

  /** Seen red with, by 500: a look at the change feed every three seconds. */
  @Test
  void fromCosmosDb() throws Exception {
    try (CosmosServer server = CosmosServer.start(3)) {
      measure(
          "change feed of Cosmos DB to stream",
          FeedStore.cosmos(Places.at(server)),
          Duration.ofSeconds(2));
    }
  }

  private void measure(String what, FeedStore store, Duration promised) throws Exception {
    try (MadeUpJob job = new MadeUpJob(store.open().get());
        Feed feed = Feeds.start(store, folder, 0);
        StreamClient client = new StreamClient(feed.port(), "admin", null)) {
      Waiting.until("the stream begins", client::begun);
      try (RandomFalls falls = new RandomFalls(job, Delays.ALERTS)) {
        Waiting.until("all fell", falls.longest(), () -> !falls.written().isEmpty());
        Map<String, Instant> written = falls.written();
        Waiting.until("all is told", () -> client.of("transition").size() >= job.lines().size());
        Delays.of(what, written, raised(client)).print(promised);
      }
    }
  }

  private static Map<String, Instant> raised(StreamClient client) throws IOException {
    Map<String, Instant> here = new HashMap<>();
    for (Told told : client.told()) {
      JsonNode said = JSON.readTree(told.json());
      if (said.path("transition").path("action").asText().equals("raised")) {
        assertThat(here.put(said.path("alert").path("id").asText(), told.at())).isNull();
      }
    }
    return here;
  }
}
