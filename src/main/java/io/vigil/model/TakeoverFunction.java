package io.vigil.model;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for models, one for the whole job: only those pass that can score. What is refused is
 * told until its place gets a good one; the model in force goes on.
 */
public final class TakeoverFunction extends ProcessFunction<Takeover, Takeover>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TakeoverFunction.class);

  /** A promotion was refused, or every place has a good model again. */
  public static final OutputTag<TakeoverVerdict> VERDICTS =
      new OutputTag<>("takeover-verdicts", TypeInformation.of(TakeoverVerdict.class));

  private transient ListState<String> badPlacesKept;
  private transient ListState<Long> badSinceKept;
  private transient Set<String> badPlaces;
  private transient long badSince;
  private transient Counter taken;
  private transient Counter refused;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    badPlacesKept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("bad-places", Types.STRING));
    badSinceKept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("bad-since", Types.LONG));
    badPlaces = new TreeSet<>();
    badPlacesKept.get().forEach(badPlaces::add);
    badSince = Long.MIN_VALUE;
    for (long moment : badSinceKept.get()) {
      badSince = moment;
    }
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    taken = Metrics.counter(metrics, JobMetric.MODELS_TAKEN);
    refused = Metrics.counter(metrics, JobMetric.MODELS_REFUSED);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    badPlacesKept.update(new ArrayList<>(badPlaces));
    badSinceKept.update(List.of(badSince));
  }

  @Override
  public void processElement(Takeover takeover, Context context, Collector<Takeover> out) {
    long now = context.timerService().currentProcessingTime() * 1000;
    try {
      Lineup.EMPTY.with(takeover);
    } catch (ModelRefused e) {
      refuse(takeover, e.getMessage(), now, context);
      return;
    }
    if (!takeover.isErasure()) {
      taken.inc();
    }
    out.collect(takeover);
    if (badPlaces.remove(takeover.place()) && badPlaces.isEmpty()) {
      tell("", takeover, now, context);
    }
  }

  private void refuse(Takeover takeover, String reason, long now, Context context) {
    refused.inc();
    LOG.warn(
        "Promotion {} to {} is refused, the model in force goes on: {}",
        takeover.revision(),
        takeover.place(),
        reason);
    badPlaces.add(takeover.place());
    // Of two that come in the same moment, the second is news too.
    badSince = Math.max(now, badSince + 1);
    tell(reason, takeover, now, context);
  }

  private void tell(String reason, Takeover takeover, long now, Context context) {
    context.output(
        VERDICTS,
        new TakeoverVerdict(reason, takeover.place(), takeover.revision(), badSince, now));
  }
}
