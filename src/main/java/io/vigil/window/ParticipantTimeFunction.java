package io.vigil.window;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.LateSamples;
import io.vigil.sensor.SampleBatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each participant's {@link ParticipantTime} in keyed state. Its one timer a participant
 * stands at the end of time: it fires when the input has ended, and never while a job is live.
 */
public final class ParticipantTimeFunction
    extends KeyedProcessFunction<String, SampleBatch, Window> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  /** Late samples. */
  public static final OutputTag<DeadLetter> LATE = new OutputTag<>("late") {};

  /** What became of each participant's samples, once the input has ended. */
  public static final OutputTag<ParticipantTally> TALLY = new OutputTag<>("tally") {};

  private final WindowShape shape;
  private final TimeSettings settings;
  private transient ParticipantTime participantTime;
  private transient ValueState<TimeState> states;
  private transient Counter windows;
  private transient Counter lateSamples;

  public ParticipantTimeFunction(WindowShape shape, TimeSettings settings) {
    this.shape = shape;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    participantTime = new ParticipantTime(shape, settings);
    states = getRuntimeContext().getState(new ValueStateDescriptor<>("time", TimeState.class));
    windows = getRuntimeContext().getMetricGroup().counter("windows");
    lateSamples = getRuntimeContext().getMetricGroup().counter("samplesLate");
  }

  @Override
  public void processElement(SampleBatch batch, Context context, Collector<Window> out)
      throws Exception {
    TimeState state = states.value();
    if (state == null) {
      state = new TimeState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    participantTime.add(state, batch, output(context, out));
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Window> out)
      throws Exception {
    TimeState state = states.value();
    participantTime.finish(state, context.getCurrentKey(), output(context, out));
    context.output(
        TALLY,
        new ParticipantTally(
            context.getCurrentKey(),
            state.inWindows,
            state.incomplete,
            state.late,
            state.duplicates));
    states.clear();
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
        context.output(LATE, LateSamples.deadLetter(samples));
      }
    };
  }
}
