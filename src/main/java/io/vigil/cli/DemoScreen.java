package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demo shows: on a terminal who does what, the open alerts and the latest news, drawn over
 * themselves; anywhere else the news alone, a line each.
 */
final class DemoScreen implements AutoCloseable {
  private static final long REFRESH_NANOS = 500_000_000;

  // Always as many lines, so that what is being typed beneath stays where it is.
  private static final int ALERTS = 4;
  private static final int NEWS = 8;

  private final PrintWriter out;
  private final DocumentStore store;
  private final boolean shown;
  private final boolean terminal = System.console() != null;
  private final List<String> heading;
  private final List<String> news = new ArrayList<>();
  private final RunCounts counts = new RunCounts();
  private final Redrawn screen;
  private int typed;

  /**
   * @param shown whether anything is to be shown
   * @param heading what it begins with
   */
  DemoScreen(PrintWriter out, DocumentStore store, boolean shown, List<String> heading) {
    this.out = out;
    this.store = store;
    this.shown = shown;
    this.heading = heading;
    this.screen = new Redrawn(out);
    if (shown && !terminal) {
      heading.forEach(out::println);
      out.flush();
    }
  }

  /** Shows something that happened. */
  void tell(String line) {
    news.add(line);
    if (shown && !terminal) {
      out.println(line);
      out.flush();
    }
  }

  /** Somebody typed a line, which the terminal has shown by itself. */
  void typed() {
    typed++;
  }

  /** Draws it anew, if the last time was not just now or there was something typed. */
  void refresh(List<Alert> open) {
    if (shown && terminal && (typed > 0 || counts.age() >= REFRESH_NANOS)) {
      screen.draw(lines(open), typed);
      typed = 0;
    }
  }

  private List<String> lines(List<Alert> open) {
    List<String> lines = new ArrayList<>(heading);
    lines.addAll(LiveTable.lines(store.newest(Container.ACTIVITIES), counts.look()));
    lines.add("");
    lines.addAll(
        filled(AlertLines.table(open.subList(0, Math.min(ALERTS, open.size()))), ALERTS + 1));
    lines.addAll(filled(news.subList(Math.max(0, news.size() - NEWS), news.size()), NEWS));
    return lines;
  }

  private static List<String> filled(List<String> lines, int count) {
    List<String> filled = new ArrayList<>(lines);
    while (filled.size() < count) {
      filled.add("");
    }
    return filled;
  }

  @Override
  public void close() {
    screen.end();
  }
}
