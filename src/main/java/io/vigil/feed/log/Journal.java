package io.vigil.feed.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The door to the log: what is logged is handed on at once, in the order of its numbers. Whoever
 * knows all events up to a number misses none that come after it.
 */
public final class Journal {
  /** How many overtaken events are kept for those who come back after a break. */
  private static final long KEPT = 50_000;

  private final FeedLog log;
  private final List<Consumer<List<FeedEvent>>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> erasures = new CopyOnWriteArrayList<>();
  private long forgotten;

  public Journal(FeedLog log) {
    this.log = log;
  }

  /**
   * Hands on what is logged from now on.
   *
   * @param listener quick, and never throws
   */
  public void listen(Consumer<List<FeedEvent>> listener) {
    listeners.add(listener);
  }

  /**
   * Logs events and how far their place is read, then hands on those that are new.
   *
   * @throws io.vigil.store.StoreException where the log cannot be written; nothing is handed on
   */
  public synchronized void append(List<FeedEvent> events, String place, String continuation) {
    List<FeedEvent> fresh = log.append(events, place, continuation);
    if (!fresh.isEmpty()) {
      listeners.forEach(listener -> listener.accept(fresh));
      forgetBefore(fresh.get(fresh.size() - 1).number() - KEPT);
    }
  }

  /** How far a place is read; the empty string before the first time. */
  public String continuation(String place) {
    return log.continuation(place);
  }

  /** The transition that was told last, if there was any. */
  public Optional<FeedEvent> lastTransition() {
    return log.lastTransition();
  }

  /** Forgets all events of a participant. */
  public synchronized void erase(String participantId) {
    log.erase(participantId);
    erasures.forEach(listener -> listener.accept(participantId));
  }

  /** Says of whom events are forgotten, from now on. */
  public void listenToErasures(Consumer<String> listener) {
    erasures.add(listener);
  }

  private void forgetBefore(long number) {
    if (number >= forgotten + KEPT / 10) {
      log.forget(number);
      forgotten = number;
    }
  }
}
