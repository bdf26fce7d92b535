package io.vigil.learn.drift;

/**
 * The population stability index: how far counts in bins lie from what was expected. With the
 * shares a and e of a bin it is the sum over bins of (a - e) ln(a / e): 0 where they agree, and the
 * same whichever of the two is called expected (Siddiqi, "Credit Risk Scorecards", 2006, p. 136;
 * the symmetric divergence of Kullback and Leibler, "On Information and Sufficiency", 1951).
 *
 * <p>Half a window is added to every bin, so that an empty one weighs as little as it says.
 */
public final class StabilityIndex {
  /** Below this nothing has changed, says Siddiqi. */
  public static final double MODERATE = 0.1;

  /** Above this a lot has changed. */
  public static final double LARGE = 0.25;

  private static final double ADDED = 0.5;

  /**
   * The index.
   *
   * @param seen counts a bin
   * @param expected a bin, in windows; in all about as many as seen
   */
  public static double of(double[] seen, double[] expected) {
    double allSeen = sum(seen);
    double allExpected = sum(expected);
    double index = 0;
    for (int b = 0; b < seen.length; b++) {
      double a = (seen[b] + ADDED) / allSeen;
      double e = (expected[b] + ADDED) / allExpected;
      index += (a - e) * Math.log(a / e);
    }
    return index;
  }

  private static double sum(double[] counts) {
    double sum = ADDED * counts.length;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }

  private StabilityIndex() {}
}
