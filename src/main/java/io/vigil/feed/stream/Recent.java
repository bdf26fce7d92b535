package io.vigil.feed.stream;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest events, shared by all readers, so that a reader costs no queue: each knows only the
 * number of the last that it was told. One thread adds, one erases, any number read.
 */
final class Recent {
  private final NavigableMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
  private final Backlog backlog;
  private final int most;
  private final long mostBytes;
  private long bytes;
  private int count;

  /** Every event after this number is here. */
  private volatile long floor;

  private volatile long newest;

  /**
   * @param backlog what was logged before what is at hand
   * @param newest the number of the newest event before
   * @param most events that are kept
   * @param mostBytes that they may have together
   */
  Recent(Backlog backlog, long newest, int most, long mostBytes) {
    this.backlog = backlog;
    this.floor = newest;
    this.newest = newest;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Adds the next. */
  synchronized void add(Frame frame) {
    // First: who has heard it may come back with its number at once.
    newest = frame.number();
    frames.put(frame.number(), frame);
    count++;
    bytes += frame.bytes().length;
    while (count > most || bytes > mostBytes && count > 1) {
      Frame oldest = frames.firstEntry().getValue();
      floor = oldest.number();
      frames.remove(oldest.number());
      count--;
      bytes -= oldest.bytes().length;
    }
  }

  /** Forgets what is of a participant. */
  synchronized void erase(String participantId) {
    for (Frame frame : frames.values()) {
      if (frame.participantId().equals(participantId)) {
        frames.remove(frame.number());
        count--;
        bytes -= frame.bytes().length;
      }
    }
  }

  /** The number of the newest. */
  long newest() {
    return newest;
  }

  /** What comes after a number, in order, at most so many; read from the log where it has to be. */
  List<Frame> after(long number, int upTo) {
    List<Frame> next = frames.tailMap(number, false).values().stream().limit(upTo).toList();
    // Asked last: what was let go meanwhile may be missing.
    return isAtHand(number) ? next : backlog.after(number, upTo);
  }

  /** Whether all that comes after a number is at hand. */
  boolean isAtHand(long number) {
    return number >= floor;
  }

  /** What was logged before what is at hand. */
  interface Backlog {
    List<Frame> after(long number, int most);
  }
}
