package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feed is restarted again and again while alerts are written. Valid: every client ends with
 * every line of every alert's history that it may see, once. Invalid: a line that was written while
 * the feed was away is missing, or one that was on its way comes twice.
 */
class FeedRestartTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final int RESTARTS = 10;

  @TempDir Path folder;

  /**
   * Seen red with: a stream that begins at the newest event whatever the client knows; and with a
   * key of the alert and what is said alone, without the place of the line.
   */
  @Test
  void everyClientEndsWithEveryTransitionOnce() throws Exception {
    ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder))) {
      Feed feed = Feeds.start(folder);
      int port = feed.port();
      AtomicInteger turns = new AtomicInteger();
      Map<StreamClient, Predicate<String>> clients =
          Map.of(
              new StreamClient(port, "admin", "0"), line -> true,
              new StreamClient(port, "admin", "0"), line -> true,
              new StreamClient(port, "p1", "0"), line -> line.startsWith("p1_"),
              new StreamClient(port, "ops", "0"), line -> line.contains("_silence_"));
      load.scheduleWithFixedDelay(() -> write(job, turns), 0, 10, TimeUnit.MILLISECONDS);
      for (int i = 0; i < RESTARTS; i++) {
        int before = job.lines().size();
        Waiting.until("some are written", () -> job.lines().size() > before + 20);
        feed.close();
        int away = job.lines().size();
        Waiting.until("some are written meanwhile", () -> job.lines().size() > away + 5);
        feed = Feeds.start(folder, port);
      }
      load.shutdown();
      assertThat(load.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

      for (Map.Entry<StreamClient, Predicate<String>> client : clients.entrySet()) {
        List<String> expected = job.lines().stream().filter(client.getValue()).toList();
        Waiting.until(
            "all is told", () -> client.getKey().of("transition").size() >= expected.size());
        assertThat(lines(client.getKey())).containsExactlyInAnyOrderElementsOf(expected);
        client.getKey().close();
      }
      feed.close();
    } finally {
      load.shutdownNow();
    }
  }

  /**
   * A fall, a remark that is made twice about it, its end; a silence, and its end. No alert has so
   * many lines that the job folds some: those the feed may never see.
   */
  private static void write(MadeUpJob job, AtomicInteger turns) {
    int turn = turns.getAndIncrement();
    String participant = "p" + turn % 3;
    String fall = job.fall(participant, NINE.plusSeconds(turn));
    job.say(participant, fall, "comment", 4 * turn);
    job.say(participant, fall, "comment", 4 * turn + 1);
    job.say(participant, fall, "resolve", 4 * turn + 2);
    String silence = job.silence(participant, NINE.plusSeconds(turn));
    job.say(participant, silence, "resolve", 4 * turn + 3);
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
