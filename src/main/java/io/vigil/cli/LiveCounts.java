package io.vigil.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says now and then what a live job has counted: a line of JSON a minute, or a line on a terminal.
 */
final class LiveCounts implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final String AGAIN = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean json;
  private final boolean terminal = System.console() != null;
  private final Map<String, Long> before = sums();
  private long last = System.nanoTime();

  LiveCounts(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Says it, if the last time was long enough ago. */
  void look() {
    long every = json ? 60 * SECOND : SECOND;
    if ((json || terminal) && System.nanoTime() - last >= every) {
      last = System.nanoTime();
      say();
    }
  }

  private void say() {
    Map<String, Long> counts = sums();
    counts.replaceAll((name, sum) -> sum - before.get(name));
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
      line.putAll(counts);
      out.println(Json.line(line));
    } else {
      out.printf(
          "%s%,d samples read, %,d invalid, %,d late; %,d windows",
          terminal ? AGAIN : "",
          counts.get("samplesRead"),
          counts.get("samplesInvalid"),
          counts.get("samplesLate"),
          counts.get("windows"));
    }
    out.flush();
  }

  private static Map<String, Long> sums() {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (String name : new String[] {"samplesRead", "samplesInvalid", "samplesLate", "windows"}) {
      sums.put(name, LocalCounters.sum(name));
    }
    return sums;
  }

  /** The last word. */
  @Override
  public void close() {
    say();
    out.println();
    out.flush();
  }
}
