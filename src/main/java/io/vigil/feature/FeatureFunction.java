package io.vigil.feature;

import io.vigil.window.Window;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Computes each participant's features, keeping what is known of the wearer in keyed state. */
public final class FeatureFunction extends KeyedProcessFunction<String, Window, FeatureVector> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private transient FeatureExtractor extractor;
  private transient ValueState<WearerState> states;

  @Override
  public void open(OpenContext context) {
    extractor = new FeatureExtractor();
    states = getRuntimeContext().getState(new ValueStateDescriptor<>("wearer", WearerState.class));
  }

  @Override
  public void processElement(Window window, Context context, Collector<FeatureVector> out)
      throws Exception {
    WearerState state = states.value();
    if (state == null) {
      state = new WearerState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    out.collect(extractor.extract(window, state));
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureVector> out) {
    states.clear();
  }
}
