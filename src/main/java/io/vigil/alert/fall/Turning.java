package io.vigil.alert.fall;

/** How the direction of gravity turns, seen through means of 0.4 s. */
final class Turning {
  private static final int CELLS = 10;

  /** The most that it turns from one 0.4 s to the next, anywhere in the window, in degrees. */
  static double fastest(ImpactWindow w) {
    // The widest angle is that of the lowest cosine, so that one arc cosine is taken and not a
    // hundred; and each mean is one turn's end and another's start.
    double[][] means = means(w);
    double lowest = 1;
    for (int i = 0; i + CELLS < means.length; i++) {
      lowest = Math.min(lowest, Vectors.cosine(means[i], means[i + CELLS]));
    }
    return Vectors.degrees(lowest);
  }

  /** All that it turns, to and fro, in a part of the window, in degrees. */
  static double total(ImpactWindow w, int from, int to) {
    double sum = 0;
    for (int i = from; i + 2 * CELLS <= to; i += CELLS) {
      sum +=
          Vectors.degrees(Vectors.mean(w, i, i + CELLS), Vectors.mean(w, i + CELLS, i + 2 * CELLS));
    }
    return sum;
  }

  /** The means of every 0.4 s, by the cell at which they start. */
  private static double[][] means(ImpactWindow w) {
    double[][] means = new double[Math.max(0, w.size() - CELLS + 1)][];
    for (int i = 0; i < means.length; i++) {
      means[i] = Vectors.mean(w, i, i + CELLS);
    }
    return means;
  }

  private Turning() {}
}
