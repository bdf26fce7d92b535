package io.vigil.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;

/**
 * Sends messages one after the other and moves the bookmark on behind them. Whatever ends it, at
 * most the last stretch is sent twice and nothing is left out.
 */
final class Sending {
  /** A wait as long as this is a good moment to see that all is in the hub. */
  private static final long LONG_WAIT_NANOS = Duration.ofSeconds(1).toNanos();

  /** A wait as long as this is told of, so that nobody takes it for a fault. */
  private static final long TOLD_NANOS = Duration.ofMinutes(1).toNanos();

  private final Publisher publisher;
  private final BookmarkFile file;
  private final Packing packing;
  private final Pace pace;
  private final Waiting waiting;

  private long messages;
  private long bytes;
  private long samples;

  Sending(Publisher publisher, BookmarkFile file, Packing packing, Pace pace, Waiting waiting) {
    this.publisher = publisher;
    this.file = file;
    this.packing = packing;
    this.pace = pace;
    this.waiting = waiting;
  }

  /**
   * Sends until the end, or until it is told to stop.
   *
   * @param from where to begin
   * @param listener told of rows that are done and of long waits
   */
  Sent send(Iterator<Outgoing> recording, Bookmark from, FileDispatch.Listener listener)
      throws IOException {
    long rowsDone = 0;
    long skipped = 0;
    boolean stopped = waiting.pause(0);
    while (!stopped && skipped < from.messages() && recording.hasNext()) {
      rowsDone += recording.next().rows();
      skipped++;
      listener.rows(rowsDone);
      stopped = waiting.pause(0);
    }
    long begin = waiting.nanoTime();
    Stretch stretch = new Stretch(publisher, file, from, begin);
    while (!stopped && recording.hasNext()) {
      Outgoing next = recording.next();
      stopped = isStoppedBefore(next.due(), stretch, listener);
      if (!stopped) {
        send(next);
        stretch.grow(waiting.nanoTime());
        rowsDone += next.rows();
        listener.rows(rowsDone);
      }
    }
    if (stopped) {
      stretch.end(waiting.nanoTime());
    } else {
      stretch.endOfAll(waiting.nanoTime());
    }
    return new Sent(
        messages,
        bytes,
        samples,
        from.messages(),
        (waiting.nanoTime() - begin) / 1e9,
        pace.recordedSeconds(),
        !stopped);
  }

  private boolean isStoppedBefore(long due, Stretch stretch, FileDispatch.Listener listener)
      throws IOException {
    long wait = pace.nanosUntil(due, waiting.nanoTime());
    if (wait >= LONG_WAIT_NANOS) {
      stretch.end(waiting.nanoTime());
      wait = pace.nanosUntil(due, waiting.nanoTime());
    }
    if (wait >= TOLD_NANOS) {
      listener.notice(
          "the recording pauses until %s; the next message goes out in %s min"
              .formatted(
                  Instant.EPOCH.plus(due, ChronoUnit.MICROS), Duration.ofNanos(wait).toMinutes()));
    }
    return waiting.pause(wait);
  }

  private void send(Outgoing next) {
    Optional<byte[]> payload = packing.pack(next.batch());
    if (payload.isPresent()) {
      publisher.send(next.batch().participantId(), payload.get());
      messages++;
      bytes += payload.get().length;
      samples += next.batch().size();
    }
  }
}
