package io.vigil.model;

/**
 * Smoothing over neighbouring windows that looks back only: the forward recursion of a hidden
 * Markov model (Rabiner 1989, section III.A, normalised at each step).
 *
 * <p>From one window to the next an activity goes on with probability {@code stay}, or is drawn
 * anew from the prior: {@code b' = stay * b + (1 - stay) * prior}. The forest's answer p enters as
 * a likelihood, {@code b ∝ b' * (p / prior)^sharpness}, since the forest has the prior of its
 * training in it already. The first window, and the first after a gap, starts from the prior.
 */
final class ForwardFilter {
  /** A forest is never so sure that one window could rule a class out for good. */
  private static final double FLOOR = 1e-6;

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
    double[] before = goesOn ? state.belief : smoothing.prior();
    double[] belief = smoothing.stay() == 0 ? forest.clone() : update(before, forest);
    state.belief = belief;
    state.lastEnd = end;
    return belief.clone();
  }

  private double[] update(double[] before, double[] forest) {
    double[] belief = new double[forest.length];
    double sum = 0;
    for (int c = 0; c < belief.length; c++) {
      double prior = smoothing.prior()[c];
      double predicted = smoothing.stay() * before[c] + (1 - smoothing.stay()) * prior;
      double likelihood = Math.max(forest[c], FLOOR) / prior;
      // StrictMath: the same bits on every processor, because outputs must be reproducible.
      belief[c] = predicted * StrictMath.pow(likelihood, smoothing.sharpness());
      sum += belief[c];
    }
    for (int c = 0; c < belief.length; c++) {
      belief[c] /= sum;
    }
    return belief;
  }
}
