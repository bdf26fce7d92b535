package io.vigil.cli;

import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.io.PrintWriter;

/** Draws the {@link LiveTable} over itself on a terminal, and nothing anywhere else. */
final class LiveScreen implements AutoCloseable {
  private static final long REFRESH_NANOS = 500_000_000;

  private final DocumentStore store;
  private final boolean shown;
  private final RunCounts counts = new RunCounts();
  private final Redrawn screen;

  /**
   * @param wanted whether it is to be shown where there is a terminal
   */
  LiveScreen(PrintWriter out, DocumentStore store, boolean wanted) {
    this.screen = new Redrawn(out);
    this.store = store;
    this.shown = wanted && System.console() != null;
  }

  /** Draws it anew, if the last time was not just now. */
  void refresh() {
    if (shown && counts.age() >= REFRESH_NANOS) {
      screen.draw(LiveTable.lines(store.newest(Container.ACTIVITIES), counts.look()), 0);
    }
  }

  @Override
  public void close() {
    screen.end();
  }
}
