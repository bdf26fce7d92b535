package io.vigil.metric;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.MetricGroup;

/** Gauges of which one is 1, that of what is in force, and those of what was are 0. */
public final class InForce {
  private final MetricGroup operator;
  private final JobMetric metric;
  private final Map<List<String>, Boolean> known = new ConcurrentHashMap<>();
  private volatile List<String> now = List.of();

  public InForce(MetricGroup operator, JobMetric metric) {
    this.operator = operator;
    this.metric = metric;
  }

  /** What is in force from now on, by the values of the metric's labels. */
  public void is(String... values) {
    List<String> next = List.of(values);
    now = next;
    if (known.put(next, true) == null) {
      Metrics.gauge(operator, metric, () -> next.equals(now) ? 1 : 0, values);
    }
  }
}
