package io.vigil.model;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Scores each participant's windows, keeping what the smoothing remembers in keyed state. The model
 * travels with the job as the bytes of its artifact and is checked wherever it is opened.
 */
public final class ScoringFunction extends KeyedProcessFunction<String, FeatureVector, Prediction> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final byte[] artifact;
  private transient Scorer scorer;
  private transient ValueState<ScoringState> states;

  public ScoringFunction(byte[] artifact) {
    this.artifact = artifact.clone();
  }

  @Override
  public void open(OpenContext context) {
    scorer = Model.read(artifact).expecting(FeatureExtractor.SCHEMA).scorer();
    states =
        getRuntimeContext().getState(new ValueStateDescriptor<>("scoring", ScoringState.class));
  }

  @Override
  public void processElement(FeatureVector window, Context context, Collector<Prediction> out)
      throws Exception {
    ScoringState state = states.value();
    if (state == null) {
      state = new ScoringState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    out.collect(scorer.score(window, state));
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Prediction> out) {
    states.clear();
  }
}
