package io.vigil.feed.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Falls of forty people, some ten a second, at moments that keep no step with whoever looks for
 * them. Each is over when {@value #OPEN} others have followed.
 */
public final class RandomFalls implements AutoCloseable {
  /** How many are open at a time. */
  public static final int OPEN = 20;

  private static final int PEOPLE = 2 * OPEN;
  private static final int SHORTEST_MILLIS = 20;
  private static final int LONGEST_MILLIS = 180;
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private final MadeUpJob job;
  private final int most;
  private final Random random = new Random();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Instant> written = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins.
   *
   * @param most falls in all
   */
  public RandomFalls(MadeUpJob job, int most) {
    this.job = job;
    this.most = most;
    thread.execute(this::fall);
  }

  /** The participants. */
  public static String participant(int turn) {
    return "p" + turn % PEOPLE;
  }

  /** How long they may take on a slow machine. */
  public Duration longest() {
    return Duration.ofSeconds(60 + most);
  }

  /** When each alert was about to be written, once all are. */
  public synchronized Map<String, Instant> written() {
    return written.size() < most ? Map.of() : Map.copyOf(written);
  }

  private synchronized void fall() {
    int turn = written.size();
    Instant before = Instant.now();
    String id = job.fall(participant(turn), NINE.plusSeconds(turn));
    written.put(id, before);
    open.add(id);
    if (open.size() > OPEN) {
      job.say(participant(turn - OPEN), open.remove(), "resolve", turn);
    }
    if (written.size() < most) {
      thread.schedule(
          this::fall, random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
