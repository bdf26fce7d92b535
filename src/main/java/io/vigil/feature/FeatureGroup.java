package io.vigil.feature;

import java.util.List;

/** Features that belong together. Not for use by several threads at once. */
interface FeatureGroup {
  /** Their names, in order. */
  List<String> names();

  /**
   * Computes them.
   *
   * @param signals the window on the body's axes
   * @param reference of the wearer
   * @param out takes the features, in the order of their names
   * @param at the place of the first
   */
  void compute(BodySignals signals, WearerReference reference, double[] out, int at);
}
