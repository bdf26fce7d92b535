package io.vigil.model;

import io.vigil.metric.Counters;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts how a challenger compares with the models in force: the windows, those that both agree on,
 * and what each says of them.
 */
public final class ShadowFunction extends ProcessFunction<Shadow, Shadow> {
  private static final long serialVersionUID = 1L;

  private transient Counter windows;
  private transient Counter agreements;
  private transient Counters inForce;
  private transient Counters challenger;

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    windows = Metrics.counter(metrics, JobMetric.SHADOW_WINDOWS);
    agreements = Metrics.counter(metrics, JobMetric.SHADOW_AGREEMENTS);
    inForce = new Counters(metrics, JobMetric.IN_FORCE);
    challenger = new Counters(metrics, JobMetric.CHALLENGER);
  }

  @Override
  public void processElement(Shadow shadow, Context context, Collector<Shadow> out) {
    windows.inc();
    if (shadow.agree()) {
      agreements.inc();
    }
    inForce.of(shadow.inForce().activity()).inc();
    challenger.of(shadow.challenger().activity()).inc();
    out.collect(shadow);
  }
}
