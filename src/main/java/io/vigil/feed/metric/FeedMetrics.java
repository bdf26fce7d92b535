package io.vigil.feed.metric;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vigil.metric.FeedMetric;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Registers {@link FeedMetric}s: nothing else does. */
public final class FeedMetrics {
  private static final double[] SECONDS = {0.005, 0.02, 0.1, 0.5, 2, 10};

  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** Takes a value with the values of its metric's labels. */
  @FunctionalInterface
  public interface Values {

    /** One series. */
    void is(double value, String... labels);
  }

  PrometheusRegistry registry() {
    return registry;
  }

  /** A counter that is counted up as things happen. */
  public Counter counter(FeedMetric metric) {
    return Counter.builder()
        .name(metric.prometheus())
        .help(metric.comment())
        .labelNames(labels(metric))
        .register(registry);
  }

  /** A counter that something else counts. */
  public void counter(FeedMetric metric, LongSupplier count) {
    CounterWithCallback.builder()
        .name(metric.prometheus())
        .help(metric.comment())
        .callback(value -> value.call(count.getAsLong()))
        .register(registry);
  }

  /**
   * What is so whenever somebody asks.
   *
   * @param look says all series
   */
  public void gauge(FeedMetric metric, Consumer<Values> look) {
    GaugeWithCallback.builder()
        .name(metric.prometheus())
        .help(metric.comment())
        .labelNames(labels(metric))
        .callback(series -> look.accept(series::call))
        .register(registry);
  }

  /** How long something takes, in seconds. */
  public Histogram seconds(FeedMetric metric) {
    return Histogram.builder()
        .name(metric.prometheus())
        .help(metric.comment())
        .labelNames(labels(metric))
        .classicOnly()
        .classicUpperBounds(SECONDS)
        .register(registry);
  }

  private static String[] labels(FeedMetric metric) {
    return metric.labels().toArray(String[]::new);
  }
}
