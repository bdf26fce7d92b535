package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.publish.Waiting;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStore.Changes;
import io.vigil.store.StoreException;
import java.time.Duration;
import java.util.function.Consumer;

/** Follows the alerts of a store, and tells each transition once. */
final class AlertWatch {
  private static final int PAGE = 100;
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

  private final DocumentStore store;
  private final Waiting waiting;
  private final AlertFilter filter;
  private final Transitions transitions = new Transitions();

  /**
   * @param waiting says when to stop
   */
  AlertWatch(DocumentStore store, Waiting waiting, AlertFilter filter) {
    this.store = store;
    this.waiting = waiting;
    this.filter = filter;
  }

  /** Who is told. */
  interface Listener extends Consumer<Transition> {

    /** From now on transitions are told as they happen. */
    void caughtUp();

    /** Something could not be read; it is tried again, or left out. */
    void fault(String sentence);
  }

  /**
   * Tells until it is stopped.
   *
   * @param all whether also what happened before is told
   */
  void run(boolean all, Listener listener) {
    String continuation = "";
    boolean caughtUp = false;
    boolean stopped = waiting.pause(0);
    while (!stopped) {
      try {
        Changes page = store.changes(Container.ALERTS, continuation, PAGE);
        boolean told = all || caughtUp;
        page.documents().forEach(document -> take(document, told, listener));
        continuation = page.continuation();
        if (!page.more() && !caughtUp) {
          caughtUp = true;
          listener.caughtUp();
        }
        stopped = waiting.pause(page.more() ? 0 : EVERY.toNanos());
      } catch (StoreException e) {
        listener.fault(e.getMessage() + "; asked again in " + Moments.span(AFTER_A_FAULT));
        stopped = waiting.pause(AFTER_A_FAULT.toNanos());
      }
    }
  }

  private void take(Document document, boolean told, Listener listener) {
    Alert alert;
    try {
      alert = AlertReading.read(document.body());
    } catch (IllegalArgumentException e) {
      listener.fault(document.id() + " is left out: " + e.getMessage());
      return;
    }
    for (Transition transition : transitions.newIn(alert)) {
      if (told && filter.shows(alert)) {
        listener.accept(transition);
      }
    }
  }
}
