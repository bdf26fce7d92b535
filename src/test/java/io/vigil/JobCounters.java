package io.vigil;

import io.vigil.metric.JobMetric;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** What the jobs of this process count, all of them together. */
public final class JobCounters implements MetricReporter {
  private static final Map<String, Set<Counter>> COUNTERS = new ConcurrentHashMap<>();

  /** Has a job's counters summed up here. */
  public static void in(Configuration configuration) {
    configuration.setString("metrics.reporters", "test");
    configuration.setString("metrics.reporter.test.factory.class", Factory.class.getName());
  }

  /** The sum of a metric's counters, those of tasks that have ended included. */
  public static long sum(JobMetric metric) {
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
    // What ended tasks counted stays part of the sum.
  }

  /** How the engine finds the reporter. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new JobCounters();
    }
  }
}
