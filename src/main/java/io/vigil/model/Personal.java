package io.vigil.model;

import java.util.Arrays;
import java.util.stream.IntStream;

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
 * @param widths how far apart this wearer's windows of a class lie, in usual spreads, a class each;
 *     above 0 up to 1
 */
public record Personal(
    String participantId,
    String commonSha256,
    int[] features,
    double[] spreads,
    int neighbours,
    double[][][] windows,
    double[] widths) {
  private static final int FEATURES = 64;
  private static final int WINDOWS = 10_000;
  private static final double NARROWEST = 0.01;

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
    ModelRefused.unless(
        widths.length == windows.length
            && Arrays.stream(widths).allMatch(width -> width > 0 && width <= 1),
        "The wearer's windows have the widths %s, expected %d above 0 up to 1",
        Arrays.toString(widths),
        windows.length);
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

  /** Of a wearer whose windows of a class lie as far apart as those of others. */
  public static Personal asUsual(
      String participantId,
      String commonSha256,
      int[] features,
      double[] spreads,
      int neighbours,
      double[][][] windows) {
    double[] widths = new double[windows.length];
    Arrays.fill(widths, 1);
    return new Personal(
        participantId, commonSha256, features, spreads, neighbours, windows, widths);
  }

  /**
   * The same with widths as the windows themselves show them: how far each lies from its nearest
   * others, at most a usual spread, because a single strange answer does not make a wearer
   * restless.
   *
   * @param usual so many windows' worth of evidence that the wearer is like others; 0 or more
   */
  public Personal withOwnWidths(double usual) {
    double[] own =
        IntStream.range(0, windows.length).mapToDouble(c -> ownWidth(windows[c], usual)).toArray();
    return new Personal(participantId, commonSha256, features, spreads, neighbours, windows, own);
  }

  private double ownWidth(double[][] own, double usual) {
    if (own.length <= neighbours) {
      return 1;
    }
    double sum = 0;
    for (double[] window : own) {
      double[] squares =
          Arrays.stream(own).mapToDouble(other -> square(window, other)).sorted().toArray();
      // The first is the window itself.
      sum += Math.min(1, Math.sqrt(squares[neighbours]));
    }
    return Math.max(NARROWEST, (usual + sum) / (usual + own.length));
  }

  /** Of the distance, in usual spreads, a feature. */
  private double square(double[] window, double[] other) {
    double sum = 0;
    for (int f = 0; f < spreads.length; f++) {
      double away = (window[f] - other[f]) / spreads[f];
      sum += away * away;
    }
    return sum / spreads.length;
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
   * How far a window lies from those of the wearer's own of a class, in the wearer's spreads.
   *
   * @param values in the order of the feature schema
   */
  double distance(int c, double[] values) {
    double[] window = new double[features.length];
    for (int f = 0; f < window.length; f++) {
      window[f] = values[features[f]];
    }
    double[] squares = new double[windows[c].length];
    for (int w = 0; w < squares.length; w++) {
      squares[w] = square(window, windows[c][w]);
    }
    Arrays.sort(squares);
    return Math.sqrt(squares[neighbours - 1]) / widths[c];
  }
}
