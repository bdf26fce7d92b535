package io.vigil.model;

import io.vigil.activity.ModelRef;
import io.vigil.feature.Measured;
import io.vigil.kept.KeptState;
import io.vigil.kept.Remembering;
import io.vigil.metric.InForce;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.packed.PackedSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores each participant's windows, each by the model that is in force when it begins, keeping
 * what the smoothing remembers in keyed state. A challenger scores the same windows in the shadow.
 *
 * <p>Takeovers come by broadcast and are kept in checkpoints with their models, so that a restored
 * job needs no registry. It is asked besides whenever a task starts: a job that fell over in a
 * takeover must not score by the old model again until it hears of it once more. A job that follows
 * no registry has a {@link FixedScoringFunction} instead.
 */
public final class ScoringFunction
    extends KeyedBroadcastProcessFunction<String, Measured, Takeover, Scored>
    implements CheckpointedFunction, Remembering {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ScoringFunction.class);
  static final long END_OF_INPUT = Long.MAX_VALUE;

  /** Where takeovers are kept, by revision. */
  public static final MapStateDescriptor<Long, Takeover> TAKEOVERS =
      new MapStateDescriptor<>("takeovers", Types.LONG, TypeInformation.of(Takeover.class));

  /** Windows that a challenger scored too. */
  public static final OutputTag<Shadow> SHADOWS =
      new OutputTag<>("shadows", TypeInformation.of(Shadow.class));

  private final ArrayList<Takeover> atStart;
  private final TakeoverReader registry;
  private final Cohorts cohorts;
  private transient Scoring scoring;
  private transient BroadcastState<Long, Takeover> kept;
  private transient ScoringMemory memory;
  private transient Counter heard;
  private transient InForce champion;

  /**
   * @param atStart takeovers that are known when the job starts; those without a good model are
   *     left out, as long as somebody scores
   * @param registry asked for newer ones
   */
  public ScoringFunction(List<Takeover> atStart, TakeoverReader registry, Cohorts cohorts) {
    this.atStart = new ArrayList<>(atStart);
    this.registry = registry;
    this.cohorts = cohorts;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept = context.getOperatorStateStore().getBroadcastState(TAKEOVERS);
    Counter late = Metrics.counter(getRuntimeContext().getMetricGroup(), JobMetric.TAKEOVERS_LATE);
    scoring = new Scoring(inForce(context.isRestored()), cohorts, late::inc);
    keep();
  }

  /** Everything that was promoted until now, as far as that can be known. */
  private List<Takeover> inForce(boolean restored) throws Exception {
    List<Takeover> all = new ArrayList<>(atStart);
    long newest = all.stream().mapToLong(Takeover::revision).max().orElse(0);
    for (var entry : kept.immutableEntries()) {
      all.add(entry.getValue());
      newest = Math.max(newest, entry.getKey());
    }
    try {
      all.addAll(registry.after(newest));
    } catch (IOException e) {
      if (registry.mustAnswerFirst() && !restored) {
        throw new IOException(
            "The registry of models could not be read when the job started and cannot now, and there is no checkpoint that has the models: nobody knows which one is in force. Nothing is scored until it can be read; this task starts again and asks again",
            e);
      }
      LOG.warn(
          "The registry of models cannot be read; what was known up to promotion {} is in force: {}",
          newest,
          e.getMessage());
    }
    return all;
  }

  /** What the job was started with travels with it; everything else is in the checkpoint. */
  private void keep() throws Exception {
    kept.clear();
    for (Takeover takeover : scoring.takeovers()) {
      if (takeover.revision() > 0) {
        kept.put(takeover.revision(), takeover);
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // The broadcast state is kept up to date.
  }

  @Override
  public void open(OpenContext context) {
    memory = memory(scoring, getRuntimeContext());
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    heard = Metrics.counter(metrics, JobMetric.TAKEOVERS_HEARD);
    champion = new InForce(metrics, JobMetric.MODEL_IN_FORCE);
    showChampion();
  }

  private void showChampion() {
    ModelRef now = scoring.champion();
    champion.is(now.name(), String.valueOf(now.version()));
  }

  /** What is remembered of each participant, by its names in checkpoints. */
  static ScoringMemory memory(Scoring scoring, RuntimeContext context) {
    return new ScoringMemory(scoring, kept("scoring", context), kept("shadow", context));
  }

  private static KeptState<ScoringState> kept(String name, RuntimeContext context) {
    return new KeptState<>(
        context.getState(
            new ValueStateDescriptor<>(name, new PackedSerializer<>(ScoringState.class))));
  }

  @Override
  public void processBroadcastElement(Takeover takeover, Context context, Collector<Scored> out)
      throws Exception {
    // The door has found it good.
    scoring.take(takeover);
    keep();
    showChampion();
    heard.inc();
  }

  @Override
  public List<KeptState<?>> remembered() {
    return memory.remembered();
  }

  @Override
  public void processElement(Measured window, ReadOnlyContext context, Collector<Scored> out)
      throws Exception {
    if (window.isErasure()) {
      memory.forget();
      // There is one in savepoints of 0.1.0.
      context.timerService().deleteEventTimeTimer(END_OF_INPUT);
      out.collect(Scored.erasure(window));
      return;
    }
    memory.score(window, out::collect, shadow -> context.output(SHADOWS, shadow));
  }
}
