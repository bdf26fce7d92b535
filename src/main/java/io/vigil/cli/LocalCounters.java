package io.vigil.cli;

import io.vigil.metric.JobMetric;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** The counters of jobs that run in this process, for progress bars and the live table. */
public final class LocalCounters implements MetricReporter {
  private static final Map<String, Set<Counter>> COUNTERS = new ConcurrentHashMap<>();

  /** The sum of a counter over all tasks, since the process began. */
  static long sum(JobMetric metric) {
    return COUNTERS.getOrDefault(metric.title(), Set.of()).stream()
        .mapToLong(Counter::getCount)
        .sum();
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Counter counter) {
      COUNTERS.computeIfAbsent(name, unused -> ConcurrentHashMap.newKeySet()).add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // A counter is kept after its operator ended: a summary is read then.
  }

  /** How the engine finds the reporter. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(java.util.Properties properties) {
      return new LocalCounters();
    }
  }
}
