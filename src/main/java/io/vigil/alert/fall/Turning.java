package io.vigil.alert.fall;

/** How the direction of gravity turns, seen through means of 0.4 s. */
final class Turning {
  private static final int CELLS = 10;

  /** The most that it turns from one 0.4 s to the next, anywhere in the window, in degrees. */
  static double fastest(ImpactWindow w) {
    double most = 0;
    for (int i = 0; i + 2 * CELLS <= w.size(); i++) {
      most = Math.max(most, turn(w, i));
    }
    return most;
  }

  /** All that it turns, to and fro, in a part of the window, in degrees. */
  static double total(ImpactWindow w, int from, int to) {
    double sum = 0;
    for (int i = from; i + 2 * CELLS <= to; i += CELLS) {
      sum += turn(w, i);
    }
    return sum;
  }

  private static double turn(ImpactWindow w, int at) {
    return Vectors.degrees(
        Vectors.mean(w, at, at + CELLS), Vectors.mean(w, at + CELLS, at + 2 * CELLS));
  }

  private Turning() {}
}
