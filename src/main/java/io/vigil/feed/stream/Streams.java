package io.vigil.feed.stream;

import io.vigil.feed.access.Viewer;
import io.vigil.feed.log.FeedLog;
import io.vigil.feed.log.Journal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All readers of the stream, and the one thread that looks after them. */
public final class Streams implements AutoCloseable {
  /** The most readers at a time. */
  public static final int MOST = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int MOST_RECENT = 1_024;
  private static final long MOST_RECENT_BYTES = 16L << 20;

  private final FeedLog log;
  private final Recent recent;
  private final InstantSource clock;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "feed-streams");
  private volatile boolean closed;

  /** Listens to the journal from now on. */
  public Streams(FeedLog log, Journal journal, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.recent = new Recent(this::logged, log.newest(), MOST_RECENT, MOST_RECENT_BYTES);
    journal.listen(
        events -> {
          events.forEach(event -> recent.add(Frame.of(event)));
          news.release();
        });
    journal.listenToErasures(recent::erase);
    thread.setDaemon(true);
    thread.start();
  }

  /** How many listen. */
  public int count() {
    return subscribers.size();
  }

  /**
   * Begins a stream as the answer to a request. What is logged by now and not known to the reader
   * comes first, then what happens, without a gap and without a repetition.
   *
   * @param viewer who reads; asked again for every event
   * @param heard takes the participant of each event before it is told; the empty string is nobody
   * @param after the number of the last event that the reader knows; empty for those from now on
   * @return completed when the stream has ended; empty where there are too many readers
   */
  public Optional<CompletableFuture<Void>> open(
      HttpServletRequest request,
      HttpServletResponse response,
      Supplier<Optional<Viewer>> viewer,
      Consumer<String> heard,
      OptionalLong after)
      throws IOException {
    if (closed || subscribers.size() >= MOST) {
      return Optional.empty();
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    // Whoever comes back by the same connection could meet a feed that is about to go.
    response.setHeader("Connection", "close");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    long newest = recent.newest();
    // A number that was never given comes from another log: then all begins anew.
    boolean anew = after.isPresent() && after.getAsLong() > newest;
    long from = anew ? newest : after.orElse(newest);
    Subscriber subscriber =
        new Subscriber(
            viewer,
            heard,
            recent,
            response.getOutputStream(),
            from,
            Frame.begun(from, anew),
            clock);
    subscribers.add(subscriber);
    subscriber.end().whenComplete((none, error) -> subscribers.remove(subscriber));
    response.getOutputStream().setWriteListener(subscriber);
    if (closed) {
      finish(subscriber);
    }
    return Optional.of(subscriber.end());
  }

  private List<Frame> logged(long number, int most) {
    return log.after(number, most).stream().map(Frame::of).toList();
  }

  private void run() {
    try {
      while (!closed) {
        if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
        Instant now = clock.instant();
        subscribers.forEach(subscriber -> look(subscriber, now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(Subscriber subscriber, Instant now) {
    try {
      if (subscriber.viewer().filter(viewer -> now.isBefore(viewer.until())).isPresent()) {
        subscriber.look(now, BEAT);
      } else {
        subscriber.finish("ended", "The session is over; sign in again", false);
      }
    } catch (RuntimeException e) {
      LOG.warn("A stream ends, because of a fault", e);
      subscriber.onError(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    subscribers.forEach(Streams::finish);
    thread.interrupt();
  }

  private static void finish(Subscriber subscriber) {
    subscriber.finish("ended", "The feed stops; it is tried again", true);
  }
}
