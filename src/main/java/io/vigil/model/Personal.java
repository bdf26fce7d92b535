package io.vigil.model;

import java.util.Arrays;

/**
 * What makes a model one wearer's own, beside the forest of everybody: windows of activities that
 * the wearer was asked about, on a few features by which people differ and one person does not. A
 * class of which the wearer's own windows are known is the less probable the farther a window lies
 * from them; a class of which none are known is left to the forest.
 *
 * @param participantId whose
 * @param commonSha256 the model whose forest it is
 * @param features their places in the feature schema
 * @param spreads how far a person's windows of one activity usually lie apart, a feature each, in
 *     its unit; above 0
 * @param neighbours the distance to a class is that to so many of its windows
 * @param windows the wearer's own: class (in the model's order), window, feature; none of a class
 *     that the wearer has not answered for often enough
 */
public record Personal(
    String participantId,
    String commonSha256,
    int[] features,
    double[] spreads,
    int neighbours,
    double[][][] windows) {
  private static final int FEATURES = 64;
  private static final int WINDOWS = 10_000;

  /** Refuses what no distance can be measured with. */
  public Personal {
    ModelRefused.unless(
        features.length >= 1 && features.length <= FEATURES && spreads.length == features.length,
        "The wearer's windows have %d features and %d spreads, expected 1 to %d and as many",
        features.length,
        spreads.length,
        FEATURES);
    ModelRefused.unless(
        Arrays.stream(spreads).allMatch(spread -> spread > 0 && Double.isFinite(spread)),
        "The spreads of the wearer's windows are %s, expected finite ones above 0",
        Arrays.toString(spreads));
    ModelRefused.unless(
        neighbours >= 1 && Arrays.stream(windows).mapToInt(own -> own.length).sum() <= WINDOWS,
        "The wearer's windows have %d neighbours, expected 1 or more among at most %d windows",
        neighbours,
        WINDOWS);
    for (double[][] own : windows) {
      ModelRefused.unless(
          own.length == 0 || own.length >= neighbours,
          "A class has %d of the wearer's windows, expected none or at least %d",
          own.length,
          neighbours);
      for (double[] window : own) {
        ModelRefused.unless(
            window.length == features.length && Arrays.stream(window).allMatch(Double::isFinite),
            "A window of the wearer is %s, expected %d finite numbers",
            Arrays.toString(window),
            features.length);
      }
    }
  }

  /** Refuses one that does not fit a model's features and classes. */
  void checkFits(int schemaFeatures, int classes) {
    ModelRefused.unless(
        windows.length == classes
            && Arrays.stream(features).allMatch(f -> f >= 0 && f < schemaFeatures),
        "The wearer's windows are of %d classes and the features %s, expected %d and places below %d",
        windows.length,
        Arrays.toString(features),
        classes,
        schemaFeatures);
  }

  /** Whether the wearer's own windows of a class are known. */
  boolean knows(int c) {
    return windows[c].length > 0;
  }

  /**
   * How far a window lies from those of the wearer's own of a class, in usual spreads.
   *
   * @param values in the order of the feature schema
   */
  double distance(int c, double[] values) {
    double[] squares = new double[windows[c].length];
    for (int w = 0; w < squares.length; w++) {
      double sum = 0;
      for (int f = 0; f < features.length; f++) {
        double away = (values[features[f]] - windows[c][w][f]) / spreads[f];
        sum += away * away;
      }
      squares[w] = sum / features.length;
    }
    Arrays.sort(squares);
    return Math.sqrt(squares[neighbours - 1]);
  }
}
