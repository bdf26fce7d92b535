package io.vigil.cli;

import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.io.PrintWriter;
import java.util.List;

/** Draws the {@link LiveTable} over itself on a terminal, and nothing anywhere else. */
final class LiveScreen implements AutoCloseable {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final long REFRESH_NANOS = 500_000_000;

  private final PrintWriter out;
  private final DocumentStore store;
  private final boolean shown;
  private final long samplesBefore = LocalCounters.sum("samplesRead");
  private final long windowsBefore = LocalCounters.sum("windows");
  private final long refusedBefore = refused();
  private long lastSamples;
  private long lastNanos = System.nanoTime();
  private int drawn;

  private LiveScreen(PrintWriter out, DocumentStore store, boolean shown) {
    this.out = out;
    this.store = store;
    this.shown = shown;
  }

  /**
   * @param wanted whether it is to be shown where there is a terminal
   */
  static LiveScreen of(PrintWriter out, DocumentStore store, boolean wanted) {
    return new LiveScreen(out, store, wanted && System.console() != null);
  }

  /** Whether there is a terminal that shows it. */
  boolean isShown() {
    return shown;
  }

  /** Draws it anew, if the last time was a moment ago. */
  void refresh() {
    long now = System.nanoTime();
    if (!shown || now - lastNanos < REFRESH_NANOS) {
      return;
    }
    long samples = LocalCounters.sum("samplesRead") - samplesBefore;
    long rate = Math.round((samples - lastSamples) * 1e9 / (now - lastNanos));
    lastSamples = samples;
    lastNanos = now;
    draw(
        LiveTable.lines(
            store.newest(Container.ACTIVITIES),
            new LiveTable.Counts(
                samples,
                rate,
                LocalCounters.sum("windows") - windowsBefore,
                refused() - refusedBefore)));
  }

  private static long refused() {
    return LocalCounters.sum("samplesInvalid") + LocalCounters.sum("samplesLate");
  }

  private void draw(List<String> lines) {
    if (drawn > 0) {
      out.printf(UP, drawn);
    }
    lines.forEach(line -> out.println(CLEAR_LINE + line));
    out.flush();
    drawn = lines.size();
  }

  @Override
  public void close() {
    if (drawn > 0) {
      out.println();
    }
  }
}
