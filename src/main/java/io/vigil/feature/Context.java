package io.vigil.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * The wearer's last half minute, as exponentially weighted means and standard deviations of some
 * features, the present window included. After a pause of half a minute it begins anew. Of posture
 * only the spread is used: a mean would tell the order of a recorded protocol.
 */
final class Context {
  private static final double MEMORY_SECONDS = 30;
  private static final List<String> OF_MEANS =
      List.of("sd_m", "b1_v", "b2_v", "ac_v", "subMin", "ent_v", "fdom_v");
  private static final List<String> OF_SPREADS =
      List.of(
          "sd_m",
          "tilt",
          "tiltFwd",
          "tiltSide",
          "b1_v",
          "b2_v",
          "ac_v",
          "subMin",
          "ent_v",
          "fdom_v");

  private final double rate;
  private final int[] places;
  private final int[] meanPlaces;

  /**
   * @param features names of the window's features, in order
   * @param hopSeconds from one window to the next
   */
  Context(List<String> features, double hopSeconds) {
    rate = 1 - StrictMath.exp(-hopSeconds / MEMORY_SECONDS);
    places = OF_SPREADS.stream().mapToInt(features::indexOf).toArray();
    meanPlaces = OF_MEANS.stream().mapToInt(OF_SPREADS::indexOf).toArray();
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    OF_MEANS.forEach(name -> names.add("cm_" + name));
    OF_SPREADS.forEach(name -> names.add("cs_" + name));
    return names;
  }

  /** Takes in a window's features and writes the context behind them. */
  void compute(WearerState state, long start, double[] out, int at) {
    boolean goesOn =
        state.contextMeans.length == places.length
            && start - state.lastEnd <= MEMORY_SECONDS * 1_000_000;
    if (!goesOn) {
      state.contextMeans = new double[places.length];
      state.contextVariances = new double[places.length];
      for (int i = 0; i < places.length; i++) {
        state.contextMeans[i] = out[places[i]];
      }
    }
    for (int i = 0; i < places.length; i++) {
      double deviation = out[places[i]] - state.contextMeans[i];
      state.contextMeans[i] += rate * deviation;
      state.contextVariances[i] =
          (1 - rate) * (state.contextVariances[i] + rate * deviation * deviation);
      out[at + meanPlaces.length + i] = Math.sqrt(state.contextVariances[i]);
    }
    for (int i = 0; i < meanPlaces.length; i++) {
      out[at + i] = state.contextMeans[meanPlaces[i]];
    }
  }
}
