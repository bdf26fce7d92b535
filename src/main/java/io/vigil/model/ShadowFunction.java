package io.vigil.model;

import io.vigil.activity.Prediction;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts how a challenger compares with the models in force. Counters: {@code shadowWindows} and
 * {@code shadowAgreements}; and a group {@code activity} for each activity with {@code inForce} and
 * {@code challenger}, the windows that each says are of it.
 */
public final class ShadowFunction extends ProcessFunction<Shadow, Shadow> {
  private static final long serialVersionUID = 1L;

  private transient MetricGroup metrics;
  private transient Counter windows;
  private transient Counter agreements;
  private transient Map<String, Counter> inForce;
  private transient Map<String, Counter> challenger;

  @Override
  public void open(OpenContext context) {
    metrics = getRuntimeContext().getMetricGroup();
    windows = metrics.counter("shadowWindows");
    agreements = metrics.counter("shadowAgreements");
    inForce = new HashMap<>();
    challenger = new HashMap<>();
  }

  @Override
  public void processElement(Shadow shadow, Context context, Collector<Shadow> out) {
    windows.inc();
    if (shadow.agree()) {
      agreements.inc();
    }
    of(shadow.inForce(), inForce, "inForce").inc();
    of(shadow.challenger(), challenger, "challenger").inc();
    out.collect(shadow);
  }

  private Counter of(Prediction prediction, Map<String, Counter> counters, String name) {
    return counters.computeIfAbsent(
        prediction.activity(), activity -> metrics.addGroup("activity", activity).counter(name));
  }
}
