package io.vigil.alert;

import io.vigil.activity.Prediction;
import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.alert.fall.FallSettings;
import io.vigil.sensor.SampleBatch;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Watches over every participant, with the samples in order of time as one input and what the model
 * says of windows as the other. What is written are alerts that changed.
 *
 * <p>Historical samples are judged by the participant's own time; one timer at the end of time ends
 * them. Live, a timer of the wall clock looks again when something is due.
 */
public final class AlertFunction
    extends KeyedCoProcessFunction<String, SampleBatch, Prediction, Alert>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final AlertSettings settings;

  private transient RuleSet rules;
  private transient Watch watch;
  private transient FallIncidents falls;
  private transient StreamClock stream;
  private transient ValueState<WatchedState> states;
  private transient ListState<Integer> terms;
  private transient int term;
  private transient Counter raised;

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
    rules = RuleSet.read("rules.yaml", settings.rules());
    // A replay makes the same alerts again after a failure, with the same revisions.
    watch = new Watch(settings.replay(), settings.replay() ? 0 : term);
    FallModel model = FallModelFile.shipped();
    falls = new FallIncidents(new FallDetector(model::score, FallSettings.of(model)), model.ref());
    stream = new StreamClock();
    states =
        getRuntimeContext().getState(new ValueStateDescriptor<>("watched", WatchedState.class));
    raised = getRuntimeContext().getMetricGroup().counter("alertChanges");
  }

  @Override
  public void processElement1(SampleBatch stretch, Context context, Collector<Alert> out)
      throws Exception {
    WatchedState state = state(context);
    Rules own = rules.forParticipant(stretch.participantId());
    long wall = wall(context);
    stream.came(stretch.times()[stretch.size() - 1], wall);
    Outcome outcome = watch.samples(state.watch, stretch, own, wall);
    hand(outcome, out);
    for (Incident fall :
        stretch.isLeftOut() ? List.<Incident>of() : falls.in(state.fall, stretch, own)) {
      outcome = watch.incident(state.watch, fall, own, wall);
      hand(outcome, out);
    }
    wake(state, outcome, context);
    states.update(state);
  }

  @Override
  public void processElement2(Prediction window, Context context, Collector<Alert> out)
      throws Exception {
    WatchedState state = state(context);
    Outcome outcome =
        watch.prediction(
            state.watch, window, rules.forParticipant(window.participantId()), wall(context));
    hand(outcome, out);
    wake(state, outcome, context);
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    String participantId = context.getCurrentKey();
    WatchedState state = states.value();
    Rules own = rules.forParticipant(participantId);
    if (timestamp == END_OF_INPUT) {
      if (settings.replay()) {
        hand(watch.finish(state.watch, participantId, own), out);
      }
      states.clear();
    } else if (state != null) {
      state.wakesAt = Alert.NEVER;
      long wall = wall(context);
      // Where nothing comes from anybody it is not each of them who is silent.
      boolean notTheirs = stream.catchingUp(wall) || stream.idle(wall);
      Outcome outcome = watch.time(state.watch, participantId, notTheirs, own, wall);
      hand(outcome, out);
      wake(state, outcome, context);
      states.update(state);
    }
  }

  private WatchedState state(Context context) throws Exception {
    WatchedState state = states.value();
    if (state == null) {
      state = new WatchedState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    return state;
  }

  private void hand(Outcome outcome, Collector<Alert> out) {
    outcome.changes().forEach(out::collect);
    raised.inc(outcome.changes().size());
  }

  /** One timer a participant: the earliest of what was asked for. */
  private void wake(WatchedState state, Outcome outcome, Context context) {
    long due = outcome.wakeAt();
    if (settings.replay()
        || due == Alert.NEVER
        || state.wakesAt != Alert.NEVER && state.wakesAt <= due) {
      return;
    }
    state.wakesAt = due;
    context.timerService().registerProcessingTimeTimer(due / 1000 + 1);
  }

  private static long wall(Context context) {
    return context.timerService().currentProcessingTime() * 1000;
  }
}
