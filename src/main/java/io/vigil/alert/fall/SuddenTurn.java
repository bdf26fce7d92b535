package io.vigil.alert.fall;

/**
 * Finds axes that change places or signs within a window: the direction of gravity is another one
 * within two cells, and before and behind them it stays where it is. A body that falls turns for
 * half a second and is shaken meanwhile.
 */
final class SuddenTurn {
  private static final int SIDE = 5;

  /** The cell in which it happens shows a mixture. */
  private static final int BETWEEN = 1;

  private static final double LEAST_G = 0.6;
  private static final double SAME_SIZE_G = 0.2;
  private static final double SMOOTH_SHARE = 0.3;

  static boolean isIn(ImpactWindow w) {
    for (int at = SIDE; at + BETWEEN + SIDE <= w.size(); at++) {
      if (isAt(w, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(ImpactWindow w, int at) {
    int behind = at + BETWEEN;
    double[] before = Vectors.mean(w, at - SIDE, at);
    double[] after = Vectors.mean(w, behind, behind + SIDE);
    double turn =
        Vectors.length(
            new double[] {after[0] - before[0], after[1] - before[1], after[2] - before[2]});
    return turn > LEAST_G
        && Math.abs(Vectors.length(after) - Vectors.length(before)) < SAME_SIZE_G
        && Vectors.spread(w, at - SIDE, at) < SMOOTH_SHARE * turn
        && Vectors.spread(w, behind, behind + SIDE) < SMOOTH_SHARE * turn;
  }

  private SuddenTurn() {}
}
