package io.vigil.metric;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counters of one metric, one for each value of its label, made as values come. For one task's
 * thread, and for values of which there are few.
 */
public final class Counters {
  private final MetricGroup operator;
  private final JobMetric metric;
  private final Map<String, Counter> counters = new HashMap<>();

  public Counters(MetricGroup operator, JobMetric metric) {
    this.operator = operator;
    this.metric = metric;
  }

  /** The counter of a metric with one label. */
  public Counter of(String value) {
    Counter counter = counters.get(value);
    return counter != null ? counter : make(value, value);
  }

  /** The counter of a metric with two labels. */
  public Counter of(String first, String second) {
    String key = first + '\n' + second;
    Counter counter = counters.get(key);
    return counter != null ? counter : make(key, first, second);
  }

  private Counter make(String key, String... values) {
    Counter counter = Metrics.counter(operator, metric, values);
    counters.put(key, counter);
    return counter;
  }
}
