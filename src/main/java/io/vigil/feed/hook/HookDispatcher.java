package io.vigil.feed.hook;

import io.vigil.feed.log.FeedLog;
import io.vigil.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells hooks what the feed's log tells, at least once each and with the same id however often. One
 * thread plans and starts; what is slow waits elsewhere, so that no hook holds up another.
 */
public final class HookDispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HookDispatcher.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration KEPT = Duration.ofDays(30);

  private final HookPlanner planner;
  private final List<HookLane> lanes;
  private final HookLedger ledger;
  private final Clock clock;
  private final ExecutorService answers;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;
  private long forgotten;

  HookDispatcher(
      HookPlanner planner,
      List<HookLane> lanes,
      HookLedger ledger,
      Clock clock,
      ExecutorService answers) {
    this.planner = planner;
    this.lanes = List.copyOf(lanes);
    this.ledger = ledger;
    this.clock = clock;
    this.answers = answers;
    this.thread = new Thread(this::run, "hooks");
    this.thread.setDaemon(true);
  }

  /**
   * Begins to tell hooks. A ledger that is new begins with what the log holds of the time in which
   * a hook would still try.
   *
   * @param log what is told; it stays open while this is
   * @param ledger what was told; it stays open while this is
   */
  public static HookDispatcher start(FeedLog log, HookLedger ledger, HookSettings settings) {
    return start(log, ledger, settings, HookWatch.NOBODY);
  }

  /**
   * The same.
   *
   * @param watch hears of every answer
   */
  public static HookDispatcher start(
      FeedLog log, HookLedger ledger, HookSettings settings, HookWatch watch) {
    Clock clock = Clock.systemUTC();
    ExecutorService answers = pool();
    HookSender sender = new HttpSender(answers, PATIENCE, clock);
    RetryPlan plan = new RetryPlan(RandomGenerator.getDefault());
    HookDispatcher dispatcher =
        new HookDispatcher(
            new HookPlanner(
                log, ledger, settings.hooks(), new MessageWriting(settings.page()), clock),
            settings.hooks().stream()
                .map(hook -> new HookLane(hook, ledger, sender, plan, clock, watch))
                .toList(),
            ledger,
            clock,
            answers);
    dispatcher.thread.start();
    return dispatcher;
  }

  /** Posts one test message to a hook, once, and answers in words whether it arrived. */
  public static Trial test(Hook hook) {
    ExecutorService answers = pool();
    try {
      Clock clock = Clock.systemUTC();
      Reply reply =
          new HttpSender(answers, PATIENCE, clock)
              .send(hook, new MessageWriting(Optional.empty()).trial(hook, clock.instant()))
              .join();
      return new Trial(reply.verdict() == Reply.Verdict.DELIVERED, reply.words());
    } finally {
      answers.shutdownNow();
    }
  }

  /**
   * What came of a test message.
   *
   * @param delivered whether it arrived
   * @param words what happened, without anything secret
   */
  public record Trial(boolean delivered, String words) {}

  /**
   * Says that the log has something new; without it, that is seen some tenths of a second later.
   */
  public void wake() {
    news.release();
  }

  /**
   * Ends: nothing more is sent, and what is on its way is given its few seconds to arrive. What is
   * queued stays so.
   */
  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
      CompletableFuture.allOf(
              lanes.stream().map(HookLane::underWay).toArray(CompletableFuture[]::new))
          .completeOnTimeout(null, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      answers.shutdownNow();
    }
  }

  /** Reads what is new and starts what is due, once. */
  void turn() {
    planner.turn();
    lanes.forEach(lane -> lane.turn(this::wake));
    long now = clock.millis();
    if (now - forgotten > Duration.ofDays(1).toMillis()) {
      ledger.forget(now - KEPT.toMillis());
      forgotten = now;
    }
  }

  private void run() {
    while (!stopped) {
      try {
        turn();
      } catch (StoreException e) {
        LOG.error("Hooks could not be told anything just now, and will be: {}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("Hooks could not be told anything just now, and will be", e);
      }
      rest();
    }
  }

  private void rest() {
    try {
      if (news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private static ExecutorService pool() {
    return Executors.newCachedThreadPool(
        work -> {
          Thread thread = new Thread(work, "hook-answers");
          thread.setDaemon(true);
          return thread;
        });
  }
}
