package io.vigil.store.cosmos;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** Shows {@link Tallies} as metrics of Flink, below the group {@code cosmos}. */
final class CosmosMetrics {

  static void register(Tallies tallies, MetricGroup operator) {
    MetricGroup group = operator.addGroup("cosmos");
    for (CosmosMetric metric : CosmosMetric.values()) {
      group.gauge(metric.title(), (Gauge<Double>) () -> tallies.value(metric));
    }
    for (CosmosAnswer reason : Tallies.reasons()) {
      group
          .addGroup("reason", reason.name())
          .gauge(CosmosMetric.RETRIES.title(), (Gauge<Double>) () -> tallies.retries(reason));
    }
  }

  private CosmosMetrics() {}
}
