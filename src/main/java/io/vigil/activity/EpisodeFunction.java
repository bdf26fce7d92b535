package io.vigil.activity;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps each participant's open episode in keyed state, and closes it when the input has ended (the
 * timer at the end of time fires at no other moment).
 */
public final class EpisodeFunction extends KeyedProcessFunction<String, Prediction, Episode> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final long renewMicros;
  private transient Episodes episodes;
  private transient ValueState<EpisodeState> states;
  private transient Counter closed;

  /**
   * @param renewMicros how much an open episode grows before it is written again, in microseconds
   */
  public EpisodeFunction(long renewMicros) {
    this.renewMicros = renewMicros;
  }

  @Override
  public void open(OpenContext context) {
    episodes = new Episodes(renewMicros);
    states =
        getRuntimeContext().getState(new ValueStateDescriptor<>("episode", EpisodeState.class));
    closed = getRuntimeContext().getMetricGroup().counter("episodes");
  }

  @Override
  public void processElement(Prediction window, Context context, Collector<Episode> out)
      throws Exception {
    EpisodeState state = states.value();
    if (state == null) {
      state = new EpisodeState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    episodes.add(state, window, episode -> emit(episode, out));
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Episode> out)
      throws Exception {
    episodes.close(states.value(), context.getCurrentKey(), episode -> emit(episode, out));
    states.clear();
  }

  private void emit(Episode episode, Collector<Episode> out) {
    if (!episode.open()) {
      closed.inc();
    }
    out.collect(episode);
  }
}
