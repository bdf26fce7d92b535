package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.kit.Feeds;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.kit.ManyReaders;
import io.vigil.feed.kit.StreamClient;
import io.vigil.feed.kit.StreamClient.Told;
import io.vigil.feed.kit.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many listen while alerts come fast: nobody misses one or hears one twice. How many and for how
 * long: {@code -Dvigil.feed.clients=1000 -Dvigil.feed.seconds=10}; the figures are printed.
 */
class FeedLoadTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final int ALERTS_A_SECOND = 50;
  private static final int CLIENTS = Integer.getInteger("vigil.feed.clients", 150);
  private static final int SECONDS = Integer.getInteger("vigil.feed.seconds", 3);

  @TempDir Path folder;

  /** Seen red with: a reader whose number moves on past events that it was not told. */
  @Test
  void nobodyMissesAnAlertOrHearsOneTwice() throws Exception {
    ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
    int alerts = SECONDS * ALERTS_A_SECOND;
    try (MadeUpJob job = new MadeUpJob(Feeds.store(folder));
        Feed feed = Feeds.start(folder);
        StreamClient timed = new StreamClient(feed.port(), "admin", "0");
        ManyReaders readers = new ManyReaders(feed.port(), CLIENTS)) {
      readers.readUntil(() -> readers.least() == 0 && timed.begun());
      long before = heap();
      AtomicInteger turns = new AtomicInteger();
      Instant begin = Instant.now();
      load.scheduleAtFixedRate(
          () -> alert(job, turns, alerts), 0, 1000 / ALERTS_A_SECOND, TimeUnit.MILLISECONDS);
      readers.readUntil(() -> readers.least() >= alerts || !readers.faults().isEmpty());
      Duration took = Duration.between(begin, Instant.now());
      assertThat(readers.faults()).isEmpty();
      assertThat(feed.listeners()).isEqualTo(CLIENTS + 1);
      Waiting.until("the timed one has all", () -> timed.of("transition").size() == alerts);
      System.out.printf(
          "feed: %,d clients, %,d alerts in %.1f s, %.1f MB/s, delay median %d ms, p99 %d ms, heap %+.1f MB%n",
          CLIENTS,
          alerts,
          took.toMillis() / 1000.0,
          readers.bytes() / 1e3 / took.toMillis(),
          delay(timed, 0.5),
          delay(timed, 0.99),
          (heap() - before) / 1e6);
    } finally {
      load.shutdownNow();
    }
  }

  private static void alert(MadeUpJob job, AtomicInteger turns, int most) {
    int turn = turns.getAndIncrement();
    if (turn < most) {
      // A person each: one person's second fall would be a recurrence of the first.
      job.fall("p" + turn, NINE);
    }
  }

  private static long delay(StreamClient client, double share) throws Exception {
    List<Long> delays = new ArrayList<>();
    for (Told told : client.told()) {
      if (told.event().equals("transition")) {
        String written = JSON.readTree(told.json()).path("transition").path("ts").asText();
        delays.add(Duration.between(Instant.parse(written), told.at()).toMillis());
      }
    }
    Collections.sort(delays);
    return delays.get((int) (share * (delays.size() - 1)));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
