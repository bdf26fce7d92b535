package io.vigil.feature;

import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * From a window to its features: the one implementation, called by the live job, by replay and by
 * training.
 *
 * <p>Only additions, multiplications, square roots and {@link StrictMath} are used, so the same
 * samples give the same bits on every machine. Not for use by several threads at once.
 */
public final class FeatureExtractor {
  /** Samples a second that windows are brought to. */
  static final double RATE_HZ = 52;

  private static final int VERSION = 1;
  private static final int WINDOW_MILLIS = 4000;
  private static final int HOP_MILLIS = 2000;
  private static final int SAMPLES = (int) (RATE_HZ * WINDOW_MILLIS / 1000);

  /** What this build computes. */
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          VERSION, RATE_HZ, WINDOW_MILLIS, HOP_MILLIS, new FeatureExtractor().names());

  private final WindowSignal signal = new WindowSignal();
  private final ReferenceLearner learner = new ReferenceLearner();
  private final BodySignals signals = new BodySignals(SAMPLES);
  private final List<FeatureGroup> groups =
      List.of(
          new PostureFeatures(),
          new IntensityFeatures(SAMPLES),
          new ShapeFeatures(),
          new SpectralFeatures(SAMPLES),
          new RhythmFeatures());
  private final Context context = new Context(windowNames(), HOP_MILLIS / 1000.0);
  private final int[] places = places(groups);
  private final int size = names().size();

  /**
   * Computes a window's features with the wearer's reference as it stands after this window.
   *
   * @param window the participant's next in order of time
   * @param state of the wearer; updated
   */
  public FeatureVector extract(Window window, WearerState state) {
    boolean jumped = signal.hasSwappedAxes(window);
    learner.learn(window, state);
    WearerDoubt.jump(state, jumped);
    boolean doubtful = jumped || signal.isNone(window, state) || WearerDoubt.isTurned(state);
    return extract(window, state, state.reference(), doubtful);
  }

  /**
   * Computes a window's features with a reference that is known already, as that of somebody who
   * has worn the sensor for long.
   *
   * @param window the participant's next in order of time
   * @param state of the wearer; its context is updated, its reference is not
   * @param reference to be used
   */
  public FeatureVector extract(Window window, WearerState state, WearerReference reference) {
    boolean doubtful = signal.hasSwappedAxes(window) || signal.isNone(window, state);
    return extract(window, state, reference, doubtful);
  }

  private FeatureVector extract(
      Window window, WearerState state, WearerReference reference, boolean doubtful) {
    signals.load(window, reference);
    double[] values = new double[size];
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).compute(signals, reference, values, places[i]);
    }
    context.compute(state, window.start(), values, places[groups.size()]);
    state.lastEnd = window.end();
    return new FeatureVector(
        window.participantId(), window.start(), window.end(), window.activity(), values, doubtful);
  }

  /** Where each group's features begin, and at last where the context's do. */
  private static int[] places(List<FeatureGroup> groups) {
    int[] places = new int[groups.size() + 1];
    for (int i = 0; i < groups.size(); i++) {
      places[i + 1] = places[i] + groups.get(i).names().size();
    }
    return places;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(windowNames());
    names.addAll(context.names());
    return names;
  }

  private List<String> windowNames() {
    return groups.stream().flatMap(group -> group.names().stream()).toList();
  }
}
