package io.vigil.metric;

import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** Registers {@link JobMetric}s with Flink: nothing else does. */
public final class Metrics {
  /** How many of the newest values a histogram is of. */
  private static final int REMEMBERED = 2_000;

  private Metrics() {}

  /**
   * A counter below an operator's group.
   *
   * @param values of the metric's labels, in their order
   */
  public static Counter counter(MetricGroup operator, JobMetric metric, String... values) {
    return counter(operator, metric, new SimpleCounter(), values);
  }

  /** The same for a counter that several threads count with. */
  public static <C extends Counter> C counter(
      MetricGroup operator, JobMetric metric, C counter, String... values) {
    return below(operator, metric, values).counter(metric.title(), counter);
  }

  /** A gauge, read by any thread. */
  public static <N extends Number> void gauge(
      MetricGroup operator, JobMetric metric, Supplier<N> value, String... values) {
    below(operator, metric, values).gauge(metric.title(), (Gauge<N>) value::get);
  }

  /** A histogram of the newest {@value #REMEMBERED} values of this task. */
  public static Histogram histogram(MetricGroup operator, JobMetric metric) {
    return below(operator, metric)
        .histogram(metric.title(), new DescriptiveStatisticsHistogram(REMEMBERED));
  }

  private static MetricGroup below(MetricGroup operator, JobMetric metric, String... values) {
    List<String> labels = metric.labels();
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          "%s was given %d labels, expected values of %s".formatted(metric, values.length, labels));
    }
    MetricGroup group = metric.group().isEmpty() ? operator : operator.addGroup(metric.group());
    for (int i = 0; i < values.length; i++) {
      group = group.addGroup(labels.get(i), values[i]);
    }
    return group;
  }
}
