package io.vigil.window;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.LateSamples;
import io.vigil.sensor.SampleBatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each participant's {@link ParticipantTime} in keyed state. It is the first step to know a
 * participant, so it alone has timers for them: one at the end of time, which fires when the input
 * has ended and never while a job is live, and one of the wall clock by which they are forgotten.
 * The steps behind hear of either by word.
 */
public final class ParticipantTimeFunction
    extends ParticipantFunction<TimeState, SampleBatch, Window> {
  private static final long serialVersionUID = 1L;

  /** Late samples. */
  public static final OutputTag<DeadLetter> LATE = new OutputTag<>("late") {};

  /** Each participant's samples in order of time. */
  public static final OutputTag<SampleBatch> ORDERED = new OutputTag<>("ordered") {};

  /** What became of each participant's samples, once the input has ended. */
  public static final OutputTag<ParticipantTally> TALLY = new OutputTag<>("tally") {};

  private static final long ACTIVE_MILLIS = 300_000;

  private final WindowShape shape;
  private final TimeSettings settings;
  private transient ParticipantTime participantTime;
  private transient Counter windows;
  private transient Counter lateSamples;
  private transient Counter lateLetters;
  private transient Counter incomplete;
  private transient Counter duplicates;
  private transient Counter firstSeen;
  private transient Counter forgotten;
  private transient Gone gone;
  private transient ActiveParticipants active;

  public ParticipantTimeFunction(WindowShape shape, TimeSettings settings) {
    super("time", TimeState.class, TimeState::new);
    this.shape = shape;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    participantTime = new ParticipantTime(shape, settings);
    gone = new Gone(settings.goneAfterMillis());
    active = new ActiveParticipants(ACTIVE_MILLIS);
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    windows = Metrics.counter(metrics, JobMetric.WINDOWS);
    lateSamples = Metrics.counter(metrics, JobMetric.SAMPLES_LATE);
    lateLetters = Metrics.counter(metrics, JobMetric.DEAD_LETTERS, "LATE");
    incomplete = Metrics.counter(metrics, JobMetric.SAMPLES_INCOMPLETE);
    duplicates = Metrics.counter(metrics, JobMetric.SAMPLES_DUPLICATE);
    firstSeen = Metrics.counter(metrics, JobMetric.PARTICIPANTS_FIRST_SEEN);
    forgotten = Metrics.counter(metrics, JobMetric.PARTICIPANTS_FORGOTTEN);
    Metrics.gauge(
        metrics, JobMetric.PARTICIPANTS_ACTIVE, () -> active.count(System.currentTimeMillis()));
  }

  @Override
  protected void begin(Context context) {
    context.timerService().registerEventTimeTimer(END_OF_INPUT);
  }

  @Override
  protected void process(
      SampleBatch batch, TimeState state, Context context, Collector<Window> out) {
    if (state.highest == TimeState.NONE) {
      firstSeen.inc();
    }
    long now = context.timerService().currentProcessingTime();
    active.add(batch.participantId(), now);
    long goneBefore = state.goneAt;
    gone.heard(state, now);
    moveTimer(goneBefore, state.goneAt, context.timerService());
    long incompleteBefore = state.incomplete;
    long duplicatesBefore = state.duplicates;
    participantTime.add(state, batch, output(context, out));
    incomplete.inc(state.incomplete - incompleteBefore);
    duplicates.inc(state.duplicates - duplicatesBefore);
  }

  @Override
  protected void finish(
      String participantId, TimeState state, Context context, Collector<Window> out) {
    long incompleteBefore = state.incomplete;
    participantTime.finish(state, participantId, output(context, out));
    incomplete.inc(state.incomplete - incompleteBefore);
    context.output(
        TALLY,
        new ParticipantTally(
            participantId, state.inWindows, state.incomplete, state.late, state.duplicates));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Window> out)
      throws Exception {
    TimeState state = state();
    if (state == null) {
      return;
    }
    if (context.timeDomain() == TimeDomain.EVENT_TIME) {
      forget(SampleBatch.end(context.getCurrentKey()), state, context, out);
      return;
    }
    long before = state.goneAt;
    if (gone.isDue(state, context.timerService().currentProcessingTime())) {
      forgotten.inc();
      forget(SampleBatch.gone(context.getCurrentKey()), state, context, out);
      return;
    }
    moveTimer(before, state.goneAt, context.timerService());
    remember(state);
  }

  @Override
  protected void letGo(TimeState state, Context context) {
    moveTimer(state.goneAt, 0, context.timerService());
  }

  /** From one moment of the wall clock to another; 0 is none. */
  private static void moveTimer(long from, long to, TimerService timers) {
    if (from == to) {
      return;
    }
    if (from > 0) {
      timers.deleteProcessingTimeTimer(from);
    }
    if (to > 0) {
      timers.registerProcessingTimeTimer(to);
    }
  }

  @Override
  protected void erased(SampleBatch word, Context context, Collector<Window> out) {
    if (!word.isEnd()) {
      context.output(ORDERED, word);
    }
    out.collect(Window.erasure(word.participantId(), word.erasure()));
  }

  private ParticipantTime.Output output(Context context, Collector<Window> out) {
    return new ParticipantTime.Output() {
      @Override
      public void window(Window window) {
        windows.inc();
        out.collect(window);
      }

      @Override
      public void late(SampleBatch samples) {
        lateSamples.inc(samples.size());
        lateLetters.inc();
        context.output(LATE, LateSamples.deadLetter(samples));
      }

      @Override
      public void ordered(SampleBatch samples) {
        context.output(ORDERED, samples);
      }
    };
  }
}
