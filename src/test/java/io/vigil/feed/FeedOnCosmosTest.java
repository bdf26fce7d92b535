package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.kit.Asked;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.Waiting;
import io.vigil.store.cosmos.Places;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed as a whole beside a job that writes to Cosmos DB. */
class FeedOnCosmosTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir Path folder;
  private CosmosServer server;
  private MadeUpJob job;
  private Feed feed;

  @BeforeEach
  void start() throws Exception {
    server = CosmosServer.start(3);
    job = new MadeUpJob(store().open().get()).answering();
    feed = Feeds.start(store(), folder, 0);
  }

  @AfterEach
  void stop() throws Exception {
    feed.close();
    job.close();
    server.close();
  }

  /**
   * Seen red with: a stream that begins at the newest event whatever the client knows; and with a
   * key by chance, by which a document that is read again is told again.
   */
  @Test
  void whatHappensWhileTheFeedIsAwayIsToldOnceAfterIt() throws Exception {
    int port = feed.port();
    try (StreamClient client = new StreamClient(port, "p1", null)) {
      Waiting.until("the stream begins", client::begun);
      String first = job.fall("p1", NINE);
      Waiting.until("the first is told", () -> client.of("transition").size() == 1);
      feed.close();
      job.say("p1", first, "comment", 1);
      job.say("p1", first, "resolve", 2);
      String second = job.fall("p1", NINE.plusSeconds(60));
      job.fall("p2", NINE);
      feed = Feeds.start(store(), folder, port);
      job.say("p1", second, "comment", 3);
      Waiting.until("all is told", () -> client.of("transition").size() >= 5);
      job.fall("p1", NINE.plusSeconds(120));
      List<String> expected = job.lines().stream().filter(line -> line.startsWith("p1_")).toList();
      Waiting.until("the last is told", () -> client.of("transition").size() >= expected.size());
      assertThat(lines(client)).containsExactlyInAnyOrderElementsOf(expected);
      // One who comes back later, when the feed has caught up, hears what it does not know.
      String known = client.told().get(1).id();
      try (StreamClient late = new StreamClient(port, "p1", known)) {
        Waiting.until(
            "the rest is told", () -> late.of("transition").size() >= expected.size() - 1);
        assertThat(late.of("transition"))
            .isEqualTo(client.of("transition").subList(1, expected.size()));
      }
    }
  }

  /** Seen red with: commands that are answered as if they were written, and are not. */
  @Test
  void aCommandGoesThroughTheContainerAndComesBackAsAnAnswer() throws Exception {
    String id = job.fall("p1", NINE);
    Asked ann = new Asked(feed.port(), "p1");
    Waiting.until(
        "the alert is listed",
        () -> asked(ann, "/v1/alerts").at("/alerts/0/id").asText().equals(id));
    String ack = "{\"command\":\"ack\",\"id\":\"c1\"}";
    Asked.Answer first = ann.post("/v1/alerts/" + id + "/commands", ack);
    // A slow job answers later: the same command, sent again, asks for it.
    assertThat(first.status()).as(first.json().toString()).isIn(200, 202);
    Waiting.until("the job has answered", () -> post(ann, id, ack).status() == 200);
    assertThat(post(ann, id, ack).json().path("verdict").asText()).isEqualTo("FOLLOWED");
    assertThat(asked(ann, "/v1/alerts/" + id).path("status").asText()).isEqualTo("ACTIVE_ACK");
    assertThat(server.documents("commands")).hasSize(1);
  }

  /** Seen red with: episodes of another day. */
  @Test
  void peopleTheirDayAndTheJobsSignOfLifeAreThere() throws Exception {
    Instant now = Instant.now();
    job.does("p1", "Walking", NINE, NINE.plusSeconds(600));
    job.beats(now);
    Asked ann = new Asked(feed.port(), "p1");
    Waiting.until(
        "p1 is among the people",
        () -> asked(ann, "/v1/people").at("/people/0/id").asText().equals("p1"));
    JsonNode day = asked(ann, "/v1/people/p1/days/2026-01-05");
    assertThat(day.at("/episodes/0/activity").asText()).isEqualTo("Walking");
    Waiting.until("the job lives", () -> asked(ann, "/v1/status").at("/job/alive").asBoolean());
    assertThat(asked(ann, "/v1/status").path("working").asBoolean()).isTrue();
  }

  private FeedStore store() {
    return FeedStore.cosmos(Places.at(server));
  }

  private static JsonNode asked(Asked who, String path) {
    try {
      Asked.Answer answer = who.get(path);
      assertThat(answer.status()).as(path + ": " + answer.json()).isEqualTo(200);
      return answer.json();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  private static Asked.Answer post(Asked who, String alert, String command) {
    try {
      return who.post("/v1/alerts/" + alert + "/commands", command);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(alert, e);
    }
  }

  private static List<String> lines(StreamClient client) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String json : client.of("transition")) {
      JsonNode told = JSON.readTree(json);
      lines.add(
          told.path("alert").path("id").asText() + "#" + told.path("transition").path("index"));
    }
    return lines;
  }
}
