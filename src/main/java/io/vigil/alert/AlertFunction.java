package io.vigil.alert;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.alert.fall.FallSettings;
import io.vigil.erasure.Cleared;
import io.vigil.kept.KeptState;
import io.vigil.kept.Remembering;
import io.vigil.metric.Counters;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.SampleBatch;
import io.vigil.sensor.packed.PackedSerializer;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Watches over every participant, by rules that change while it runs. What is written are alerts
 * that changed; what became of commands, and signs of life, leave by side outputs.
 *
 * <p>Historical samples are judged by the participant's own time; one timer at the end of time ends
 * them. Live, a timer of the wall clock looks again when something is due.
 */
public final class AlertFunction
    extends KeyedBroadcastProcessFunction<String, WatchInput, Notice, Alert>
    implements CheckpointedFunction, Remembering {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  /** Where new rules are kept: one entry. */
  public static final MapStateDescriptor<String, String> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, Types.STRING);

  /** What became of commands. */
  public static final OutputTag<Answer> ANSWERS =
      new OutputTag<>("answers", TypeInformation.of(Answer.class));

  /** Signs of life, when they are asked for. */
  public static final OutputTag<Beat> BEATS =
      new OutputTag<>("beats", TypeInformation.of(Beat.class));

  /** That a participant was forgotten. */
  public static final OutputTag<Cleared> CLEARED =
      new OutputTag<>("alerts-cleared", TypeInformation.of(Cleared.class));

  private final AlertSettings settings;

  private transient RulesInForce inForce;
  private transient Watch watch;
  private transient FallIncidents falls;
  private transient StreamClock stream;
  private transient KeptState<WatchedState> states;
  private transient ListState<Integer> terms;
  private transient int term;
  private transient long newestSample;
  private transient Counter changes;
  private transient Counters raised;
  private transient Histogram fallDelay;
  private transient Map<Answer.Verdict, Counter> commands;

  public AlertFunction(AlertSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    terms =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("term", Types.INT));
    for (int before : terms.get()) {
      term = Math.max(term, before + 1);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    terms.update(List.of(term));
  }

  @Override
  public void open(OpenContext context) {
    inForce = new RulesInForce(RuleSet.read("rules.yaml", settings.rules()));
    // A replay makes the same alerts again after a failure, with the same revisions.
    watch = new Watch(settings.replay(), settings.replay() ? 0 : term);
    FallModel model = FallModelFile.read(settings.fallModel());
    falls = new FallIncidents(new FallDetector(model::score, FallSettings.of(model)), model.ref());
    stream = new StreamClock();
    newestSample = Alert.NEVER;
    states =
        new KeptState<>(
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(
                        "watched", new PackedSerializer<>(WatchedState.class))));
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    changes = Metrics.counter(metrics, JobMetric.ALERT_CHANGES);
    raised = new Counters(metrics, JobMetric.ALERTS_RAISED);
    fallDelay = Metrics.histogram(metrics, JobMetric.FALL_DELAY);
    commands =
        Map.of(
            Answer.Verdict.FOLLOWED, Metrics.counter(metrics, JobMetric.COMMANDS_FOLLOWED),
            Answer.Verdict.REPEATED, Metrics.counter(metrics, JobMetric.COMMANDS_REPEATED),
            Answer.Verdict.REFUSED, Metrics.counter(metrics, JobMetric.COMMANDS_REFUSED));
  }

  @Override
  public List<KeptState<?>> remembered() {
    return List.of(states);
  }

  @Override
  public void processBroadcastElement(Notice notice, Context context, Collector<Alert> out)
      throws Exception {
    if (notice.isTick()) {
      TaskInfo task = getRuntimeContext().getTaskInfo();
      context.output(
          BEATS,
          new Beat(
              task.getIndexOfThisSubtask(),
              task.getNumberOfParallelSubtasks(),
              notice.tick(),
              newestSample));
    } else {
      context.getBroadcastState(RULES).put(RulesInForce.KEY, notice.rules());
    }
  }

  @Override
  public void processElement(WatchInput input, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    if (input.isEnd()) {
      // Samples come another way and may be behind: the end of time waits for both.
      return;
    }
    WatchedState kept = states.value();
    if (input.isGone()) {
      leave(kept, context, out);
      return;
    }
    if (input.isErasure()) {
      forget(kept, context);
      // What follows from the other comes another way, and may be behind: both are waited for.
      Cleared.Step step = input.window() != null ? Cleared.Step.WINDOWS : Cleared.Step.SAMPLES;
      context.output(CLEARED, new Cleared(input.erasure(), step, wall(context)));
      return;
    }
    WatchedState state = kept;
    if (state == null) {
      state = new WatchedState();
      if (settings.replay()) {
        context.timerService().registerEventTimeTimer(END_OF_INPUT);
      }
    }
    long wall = wall(context);
    stream.began(wall);
    Rules own = rules(context).forParticipant(context.getCurrentKey());
    keep(state, take(input, state, own, wall), context, out);
  }

  private Outcome take(WatchInput input, WatchedState state, Rules own, long wall) {
    if (input.window() != null) {
      return watch.prediction(state.watch, input.window(), own, wall);
    }
    if (input.command() != null) {
      return watch.command(state.watch, input.command(), stream.holdsFor(wall), own, wall);
    }
    if (input.incident() != null) {
      return watch.incident(state.watch, input.incident(), own, wall);
    }
    state.gone = false;
    SampleBatch stretch = input.samples();
    long newest = stretch.times()[stretch.size() - 1];
    stream.came(newest, wall);
    newestSample = Math.max(newestSample, newest);
    List<Incident> seen = stretch.isLeftOut() ? List.of() : falls.in(state.fall, stretch, own);
    return watch.samples(state.watch, stretch, seen, own, wall);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    WatchedState state = states.value();
    if (state == null) {
      return;
    }
    String participantId = context.getCurrentKey();
    Rules own = rules(context).forParticipant(participantId);
    if (timestamp == END_OF_INPUT) {
      // Live jobs have such timers in savepoints of 0.1.0.
      if (settings.replay()) {
        hand(watch.finish(state.watch, participantId, own), context, out);
      }
      states.clear();
      return;
    }
    state.wakesAt = Alert.NEVER;
    long wall = wall(context);
    // Where nothing comes from anybody it is not each of them who is silent.
    boolean notTheirs = stream.catchingUp(wall) || stream.idle(wall);
    keep(state, watch.time(state.watch, participantId, notTheirs, own, wall), context, out);
  }

  /** Hands on what came of it, and remembers what there is to remember. */
  private void keep(
      WatchedState state, Outcome outcome, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    hand(outcome, context, out);
    if (state.isEmpty()) {
      forget(state, context);
    } else {
      wake(state, outcome, context);
      states.update(state);
    }
  }

  private RuleSet rules(ReadOnlyContext context) throws Exception {
    return inForce.with(context.getBroadcastState(RULES).get(RulesInForce.KEY));
  }

  private void hand(Outcome outcome, ReadOnlyContext context, Collector<Alert> out) {
    for (Alert alert : outcome.changes()) {
      out.collect(alert);
      changes.inc();
      if (alert.isNew()) {
        raised(alert, wall(context));
      }
    }
    outcome.answers().forEach(answer -> answer(answer, context));
  }

  private void raised(Alert alert, long wall) {
    raised.of(alert.key().type().name(), alert.severity().name()).inc();
    if (alert.key().type() == AlertType.FALL && !alert.origin().delayed()) {
      fallDelay.update((wall - alert.key().start()) / 1000);
    }
  }

  /** A command that came again has had its answer. */
  private void answer(Answer answer, ReadOnlyContext context) {
    commands.get(answer.verdict()).inc();
    if (answer.verdict() != Answer.Verdict.REPEATED) {
      context.output(ANSWERS, answer);
    }
  }

  /** Nothing comes of a participant any more: what nobody has to answer is forgotten. */
  private void leave(WatchedState kept, ReadOnlyContext context, Collector<Alert> out)
      throws Exception {
    if (kept == null) {
      return;
    }
    Rules own = rules(context).forParticipant(context.getCurrentKey());
    Outcome outcome = watch.gone(kept.watch, own, wall(context));
    kept.leave();
    keep(kept, outcome, context, out);
  }

  private void forget(WatchedState kept, ReadOnlyContext context) {
    if (kept != null) {
      context.timerService().deleteEventTimeTimer(END_OF_INPUT);
      if (kept.wakesAt != Alert.NEVER) {
        context.timerService().deleteProcessingTimeTimer(millis(kept.wakesAt));
      }
      states.clear();
    }
  }

  /** One timer a participant: the earliest of what was asked for. */
  private void wake(WatchedState state, Outcome outcome, ReadOnlyContext context) {
    long due = outcome.wakeAt();
    if (settings.replay()
        || due == Alert.NEVER
        || state.wakesAt != Alert.NEVER && state.wakesAt <= due) {
      return;
    }
    if (state.wakesAt != Alert.NEVER) {
      // Whoever is erased must leave no timer behind: this one is known of no more.
      context.timerService().deleteProcessingTimeTimer(millis(state.wakesAt));
    }
    state.wakesAt = due;
    context.timerService().registerProcessingTimeTimer(millis(due));
  }

  private static long millis(long due) {
    return due / 1000 + 1;
  }

  private static long wall(ReadOnlyContext context) {
    return context.currentProcessingTime() * 1000;
  }
}
