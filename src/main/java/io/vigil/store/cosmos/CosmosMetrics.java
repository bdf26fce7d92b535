package io.vigil.store.cosmos;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import org.apache.flink.metrics.MetricGroup;

/** Shows {@link Tallies} as metrics of Flink. */
final class CosmosMetrics {

  static void register(Tallies tallies, MetricGroup operator) {
    for (JobMetric metric : JobMetric.OF_COSMOS) {
      Metrics.gauge(operator, metric, () -> tallies.value(metric));
    }
    for (CosmosAnswer reason : Tallies.reasons()) {
      Metrics.gauge(
          operator, JobMetric.RETRIES_BY_REASON, () -> tallies.retries(reason), reason.name());
    }
  }

  private CosmosMetrics() {}
}
