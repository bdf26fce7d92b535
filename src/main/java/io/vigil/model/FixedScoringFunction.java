package io.vigil.model;

import io.vigil.activity.ModelRef;
import io.vigil.feature.Measured;
import io.vigil.kept.KeptState;
import io.vigil.kept.Remembering;
import io.vigil.metric.InForce;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Scores each participant's windows where nobody takes over while the job runs. It has one input,
 * so that it is chained to the features and no window is written and read between them.
 *
 * <p>Its state is that of {@link ScoringFunction}: each goes on where the other stood. Nothing is
 * in force but what the job was started with, whatever a checkpoint holds.
 */
public final class FixedScoringFunction extends KeyedProcessFunction<String, Measured, Scored>
    implements CheckpointedFunction, Remembering {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Takeover> atStart;
  private final Cohorts cohorts;
  private transient ScoringMemory memory;

  /**
   * @param atStart takeovers that are known when the job starts; those without a good model are
   *     left out, as long as somebody scores
   */
  public FixedScoringFunction(List<Takeover> atStart, Cohorts cohorts) {
    this.atStart = new ArrayList<>(atStart);
    this.cohorts = cohorts;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    // A state that nobody asks for is carried on: promotions from before would come back later.
    context.getOperatorStateStore().getBroadcastState(ScoringFunction.TAKEOVERS).clear();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // What the job was started with travels with it.
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    Counter late = Metrics.counter(metrics, JobMetric.TAKEOVERS_LATE);
    Scoring scoring = new Scoring(atStart, cohorts, late::inc);
    ModelRef champion = scoring.champion();
    new InForce(metrics, JobMetric.MODEL_IN_FORCE)
        .is(champion.name(), String.valueOf(champion.version()));
    memory = ScoringFunction.memory(scoring, getRuntimeContext());
  }

  @Override
  public List<KeptState<?>> remembered() {
    return memory.remembered();
  }

  @Override
  public void processElement(Measured window, Context context, Collector<Scored> out)
      throws Exception {
    if (window.isErasure()) {
      memory.forget();
      // There is one in savepoints of 0.1.0.
      context.timerService().deleteEventTimeTimer(ScoringFunction.END_OF_INPUT);
      out.collect(Scored.erasure(window));
      return;
    }
    memory.score(window, out::collect, shadow -> context.output(ScoringFunction.SHADOWS, shadow));
  }
}
