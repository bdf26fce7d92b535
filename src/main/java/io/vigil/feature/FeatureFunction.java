package io.vigil.feature;

import io.vigil.window.ParticipantFunction;
import io.vigil.window.Window;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Computes each participant's features, keeping what is known of the wearer in keyed state. */
public final class FeatureFunction extends ParticipantFunction<WearerState, Window, Measured> {
  private static final long serialVersionUID = 1L;

  /** What was learned of each wearer, once the input has ended. */
  public static final OutputTag<LearnedReference> LEARNED = new OutputTag<>("learned") {};

  private final HashMap<String, WearerReference> known;
  private transient FeatureExtractor extractor;

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
    super("wearer", WearerState.class, WearerState::new);
    this.known = new HashMap<>(known);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    extractor = new FeatureExtractor();
  }

  @Override
  protected void process(
      Window window, WearerState state, Context context, Collector<Measured> out) {
    WearerReference settled = known.get(window.participantId());
    if (settled == null) {
      FeatureVector features = extractor.extract(window, state);
      out.collect(new Measured(window, features, state.reference()));
    } else {
      out.collect(new Measured(window, extractor.extract(window, state, settled), settled));
    }
  }

  @Override
  protected void finish(
      String participantId, WearerState state, Context context, Collector<Measured> out) {
    context.output(LEARNED, new LearnedReference(participantId, state.reference()));
  }

  @Override
  protected void erased(Window word, Context context, Collector<Measured> out) {
    out.collect(Measured.erasure(word));
  }
}
