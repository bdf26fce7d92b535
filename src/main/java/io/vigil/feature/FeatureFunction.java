package io.vigil.feature;

import io.vigil.window.Window;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Computes each participant's features, keeping what is known of the wearer in keyed state. */
public final class FeatureFunction extends KeyedProcessFunction<String, Window, FeatureVector> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  /** What was learned of each wearer, once the input has ended. */
  public static final OutputTag<LearnedReference> LEARNED = new OutputTag<>("learned") {};

  private final HashMap<String, WearerReference> known;
  private transient FeatureExtractor extractor;
  private transient ValueState<WearerState> states;

  /** Learns every wearer's reference on the way. */
  public FeatureFunction() {
    this(Map.of());
  }

  /**
   * Takes the references of some wearers as known from the first window on.
   *
   * @param known by participant
   */
  public FeatureFunction(Map<String, WearerReference> known) {
    this.known = new HashMap<>(known);
  }

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
    WearerReference reference = known.get(window.participantId());
    out.collect(
        reference == null
            ? extractor.extract(window, state)
            : extractor.extract(window, state, reference));
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureVector> out)
      throws Exception {
    context.output(
        LEARNED, new LearnedReference(context.getCurrentKey(), states.value().reference()));
    states.clear();
  }
}
