package io.vigil.feed.stream;

import io.vigil.feed.access.Viewer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the stream. It keeps no queue but the number of the last event that it was told,
 * and nobody waits for its socket: where that takes no more, the container calls again when it
 * does. What waits for it is bounded all the same: a reader for whom more than {@value
 * #MOST_WAITING} events wait while its socket takes nothing is dropped, with a word that it can
 * still read, and may come back to where it was.
 */
final class Subscriber implements WriteListener {
  static final int MOST_WAITING = 256;
  static final Duration LONGEST_BLOCKED = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
  private static final int AT_ONCE = 64;
  private static final byte[] NOTHING = {};

  private final Supplier<Optional<Viewer>> viewer;
  private final Consumer<String> heard;
  private final Recent recent;
  private final ServletOutputStream out;
  private final InstantSource clock;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final AtomicInteger calls = new AtomicInteger();

  private volatile long told;
  private volatile Instant lastWord;
  private volatile boolean opened;
  private volatile boolean blocked;
  private volatile boolean beatDue;
  private volatile byte[] lastWords;
  private byte[] firstWords;
  private boolean unflushed;
  private boolean closing;

  /**
   * @param viewer who listens; asked for every event
   * @param heard takes the participant of each event before it is told
   * @param after the number of the last event that it knows
   * @param firstWords said before the first event
   */
  Subscriber(
      Supplier<Optional<Viewer>> viewer,
      Consumer<String> heard,
      Recent recent,
      ServletOutputStream out,
      long after,
      byte[] firstWords,
      InstantSource clock) {
    this.viewer = viewer;
    this.heard = heard;
    this.recent = recent;
    this.out = out;
    this.told = after;
    this.firstWords = firstWords;
    this.clock = clock;
    this.lastWord = clock.instant();
  }

  /** Completed when there is nobody to tell any more. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** Who listens, as they may see now; nobody where they may no longer. */
  Optional<Viewer> viewer() {
    return viewer.get();
  }

  /** Looks after it: what is new, whether it keeps up, whether it is time for a sign of life. */
  void look(Instant now, Duration beatEvery) {
    if (blocked && lastWords == null) {
      if (lastWord.plus(LONGEST_BLOCKED).isBefore(now)) {
        end.complete(null);
        return;
      }
      if (tooManyWait()) {
        finish("dropped", "More than " + MOST_WAITING + " events wait and are not read", true);
        return;
      }
    }
    if (lastWord.plus(beatEvery).isBefore(now)) {
      beatDue = true;
    }
    pump();
  }

  /** One that reads the log has its time; what comes now must be read as it comes. */
  private boolean tooManyWait() {
    return recent.newest() - told > MOST_WAITING
        && recent.isAtHand(told)
        && recent.after(told, Integer.MAX_VALUE).stream().filter(this::mayHear).count()
            > MOST_WAITING;
  }

  /**
   * Says the last words, then ends it.
   *
   * @param resume whether it makes sense to come back to where it was
   */
  void finish(String word, String reason, boolean resume) {
    if (lastWords == null) {
      lastWords = Frame.word(word, "{\"reason\":\"%s\",\"resume\":%s}".formatted(reason, resume));
    }
    pump();
  }

  /**
   * One thread writes at a time; who comes meanwhile makes it look once more. Nobody does before
   * the container has said that it may be written: until then the answer is still the request's.
   */
  private void pump() {
    if (!opened || calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      try {
        write();
      } catch (IOException | RuntimeException e) {
        onError(e);
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  private void write() throws IOException {
    while (!end.isDone()) {
      if (!out.isReady()) {
        blocked = true;
        return;
      }
      blocked = false;
      byte[] next = closing ? NOTHING : next();
      if (next.length > 0) {
        out.write(next);
        unflushed = true;
        lastWord = clock.instant();
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        if (closing) {
          end.complete(null);
        }
        return;
      }
    }
  }

  private byte[] next() {
    if (firstWords != null) {
      byte[] words = firstWords;
      firstWords = null;
      return words;
    }
    if (lastWords != null) {
      closing = true;
      return lastWords;
    }
    byte[] events = events();
    if (events.length == 0 && beatDue) {
      beatDue = false;
      return Frame.beat();
    }
    return events;
  }

  private boolean mayHear(Frame frame) {
    return viewer().filter(frame::isFor).isPresent();
  }

  /** The next events that it may hear, each asked for; the others are passed over. */
  private byte[] events() {
    while (true) {
      List<Frame> next = recent.after(told, AT_ONCE);
      if (next.isEmpty()) {
        return NOTHING;
      }
      List<Frame> ours = next.stream().filter(this::mayHear).toList();
      told = next.get(next.size() - 1).number();
      if (!ours.isEmpty()) {
        ours.forEach(frame -> heard.accept(frame.participantId()));
        return together(ours);
      }
    }
  }

  /** In one write, copied at most once: these bytes are written for everybody who listens. */
  private static byte[] together(List<Frame> frames) {
    if (frames.size() == 1) {
      return frames.get(0).bytes();
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(frames.stream().mapToInt(frame -> frame.bytes().length).sum());
    frames.forEach(frame -> bytes.put(frame.bytes()));
    return bytes.array();
  }

  @Override
  public void onWritePossible() {
    opened = true;
    pump();
  }

  @Override
  public void onError(Throwable error) {
    LOG.debug("A reader of the stream is gone", error);
    end.complete(null);
  }
}
