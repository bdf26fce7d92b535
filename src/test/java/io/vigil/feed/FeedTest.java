package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.Waiting;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed as a whole, on a store and beside a job. */
class FeedTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir Path folder;
  private MadeUpJob job;
  private Feed feed;

  @BeforeEach
  void start() throws Exception {
    job = new MadeUpJob(Feeds.store(folder)).answering();
    feed = Feeds.start(folder);
  }

  @AfterEach
  void stop() throws Exception {
    feed.close();
    job.close();
  }

  @Test
  void aFallIsToldAndAcknowledgedAndThatIsToldToo() throws Exception {
    try (StreamClient client = new StreamClient(feed.port(), "p1", null)) {
      Waiting.until("the stream begins", client::begun);
      String id = job.fall("p1", NINE);
      Waiting.until("the fall is told", () -> client.of("transition").size() == 1);
      assertThat(client.of("transition").get(0)).contains("\"action\":\"raised\"").contains(id);

      Asked ann = new Asked(feed.port(), "p1");
      Asked.Answer answer =
          ann.post("/v1/alerts/" + id + "/commands", "{\"command\":\"ack\",\"id\":\"c1\"}");
      assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
      assertThat(answer.json().path("verdict").asText()).isEqualTo("FOLLOWED");
      Waiting.until("the answer is told", () -> client.of("transition").size() == 2);
      assertThat(client.of("transition").get(1)).contains("acknowledged").contains("of-p1");
    }
  }
}
