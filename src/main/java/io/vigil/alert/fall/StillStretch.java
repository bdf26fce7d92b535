package io.vigil.alert.fall;

/**
 * The stillest 0.8 s of a part of a window: what is measured then is gravity and little else.
 *
 * @param mean acceleration
 * @param spread of it, own g
 */
record StillStretch(double[] mean, double spread) {
  private static final int CELLS = 20;
  private static final int STEP = 2;
  private static final double MOVED_G = 0.1;

  static StillStretch in(ImpactWindow w, int from, int to) {
    StillStretch best = null;
    int start = from;
    do {
      int end = Math.min(to, start + CELLS);
      double spread = Vectors.spread(w, start, end);
      if (best == null || spread < best.spread) {
        best = new StillStretch(Vectors.mean(w, start, end), spread);
      }
      start += STEP;
    } while (start + CELLS <= to);
    return best;
  }

  /** For how long the window ends without a movement, in seconds. */
  static double secondsAtTheEndOf(ImpactWindow w) {
    double[] end = Vectors.mean(w, w.size() - CELLS, w.size());
    int i = w.size();
    while (i > w.impact() && distance(w, i - 1, end) < MOVED_G) {
      i--;
    }
    return (double) (w.size() - i) / CellRing.A_SECOND;
  }

  private static double distance(ImpactWindow w, int i, double[] from) {
    return Vectors.length(
        new double[] {w.x()[i] - from[0], w.y()[i] - from[1], w.z()[i] - from[2]});
  }
}
