package io.vigil.cli;

import io.vigil.metric.JobMetric;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says now and then what a live job has counted: a line of JSON a minute, or a line on a terminal.
 */
final class LiveCounts implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final String AGAIN = "\r\u001b[2K";

  private static final List<JobMetric> SAID =
      List.of(
          JobMetric.SAMPLES_READ,
          JobMetric.SAMPLES_INVALID,
          JobMetric.SAMPLES_LATE,
          JobMetric.WINDOWS);

  private final PrintWriter out;
  private final boolean json;
  private final boolean terminal = System.console() != null;
  private final Map<JobMetric, Long> before = sums();
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
    Map<JobMetric, Long> counts = sums();
    counts.replaceAll((metric, sum) -> sum - before.get(metric));
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
      counts.forEach((metric, count) -> line.put(metric.title(), count));
      out.println(Json.line(line));
    } else {
      out.printf(
          "%s%,d samples read, %,d invalid, %,d late; %,d windows",
          terminal ? AGAIN : "",
          counts.get(JobMetric.SAMPLES_READ),
          counts.get(JobMetric.SAMPLES_INVALID),
          counts.get(JobMetric.SAMPLES_LATE),
          counts.get(JobMetric.WINDOWS));
    }
    out.flush();
  }

  private static Map<JobMetric, Long> sums() {
    Map<JobMetric, Long> sums = new LinkedHashMap<>();
    for (JobMetric metric : SAID) {
      sums.put(metric, LocalCounters.sum(metric));
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
