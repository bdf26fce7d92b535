package io.vigil.model;

/**
 * Smoothing over neighbouring windows that looks back only: the forward recursion of a hidden
 * Markov model (Rabiner 1989, section III.A, normalised at each step).
 *
 * <p>From one window to the next an activity goes on with probability {@code stay}, or changes to
 * any other with equal probability; how often activities follow each other is not learned, since in
 * recorded data that is the order of the protocol. The forest's answer p enters as it is, {@code b
 * ∝ b' * p^sharpness}: dividing it by the shares of the classes in training was tried, and let the
 * rare classes win over common ones. The first window, and the first after a gap, starts from equal
 * probabilities.
 */
final class ForwardFilter {
  /** A forest is never so sure that one window could rule a class out for good. */
  private static final double FLOOR = 1e-3;

  private final Smoothing smoothing;

  ForwardFilter(Smoothing smoothing) {
    this.smoothing = smoothing;
  }

  /**
   * Takes in one more window.
   *
   * @param state of the participant; holds the new belief afterwards
   * @param start the window's first instant, microseconds
   * @param end the first instant after it
   * @param forest the forest's probabilities for it; not changed
   * @return the new belief, an array of its own
   */
  double[] step(ScoringState state, long start, long end, double[] forest) {
    boolean goesOn = state.belief.length == forest.length && start <= state.lastEnd;
    double[] belief =
        smoothing.stay() == 0 ? forest.clone() : update(goesOn ? state.belief : null, forest);
    state.belief = belief;
    state.lastEnd = end;
    return belief.clone();
  }

  private double[] update(double[] before, double[] forest) {
    int classes = forest.length;
    double[] belief = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      // StrictMath: the same bits on every processor, because outputs must be reproducible.
      belief[c] =
          predicted(before, c, classes)
              * StrictMath.pow(Math.max(forest[c], FLOOR), smoothing.sharpness());
      sum += belief[c];
    }
    for (int c = 0; c < classes; c++) {
      belief[c] /= sum;
    }
    return belief;
  }

  /** Before the window is seen: the last belief, a little of it spread to the other classes. */
  private double predicted(double[] before, int c, int classes) {
    if (before == null || classes == 1) {
      return 1.0 / classes;
    }
    double change = (1 - smoothing.stay()) / (classes - 1);
    return smoothing.stay() * before[c] + change * (1 - before[c]);
  }
}
