package io.vigil.window;

/**
 * Finds samples that follow those handed on without a hole. A device sends evenly, so that nothing
 * can be missing where two samples lie no farther apart than usual.
 */
final class Unbroken {
  private static final int LEAST_LEARNED = 4;

  /** Half as far again as usual: jitter may do that, and a missing sample is twice as far. */
  private static final double FARTHEST = 1.5;

  /** How much wider samples may lie from one time to the next; narrower is believed at once. */
  private static final double SLOWLY = 1.02;

  /**
   * The place after the last sample that follows without a hole.
   *
   * @return the place of the first that was not handed on, where none follows so
   */
  static int end(TimeState state) {
    SampleBuffer buffer = state.buffer;
    int end = buffer.firstFrom(state.ordered);
    if (end == 0) {
      return 0;
    }
    double farthest = FARTHEST * state.spacing;
    while (end < buffer.size && buffer.times[end] - buffer.times[end - 1] <= farthest) {
      end++;
    }
    return end;
  }

  /** Learns how far apart samples lie from those that are handed on. */
  static void learn(TimeState state, int from, int to) {
    int steps = to - 1 - from;
    if (steps < LEAST_LEARNED) {
      return;
    }
    long[] times = state.buffer.times;
    double mean = (double) (times[to - 1] - times[from]) / steps;
    state.spacing = state.spacing == 0 ? mean : Math.min(mean, SLOWLY * state.spacing);
  }

  private Unbroken() {}
}
