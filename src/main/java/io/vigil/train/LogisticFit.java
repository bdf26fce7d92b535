package io.vigil.train;

import smile.classification.LogisticRegression;

/** Smile's logistic regression on features of mean 0 and deviation 1, for comparison. */
final class LogisticFit {
  private static final double PENALTY = 1.0;
  private static final double TOLERANCE = 1e-4;
  private static final int STEPS = 300;

  static Fitted fit(TrainingSet all, Fitting fitting) {
    TrainingSet set = Thinning.of(all, fitting);
    double[][] x = set.x();
    Scale scale = Scale.of(x);
    double[][] scaled = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      scaled[i] = scale.apply(x[i]);
    }
    LogisticRegression model = LogisticRegression.fit(scaled, set.y(), PENALTY, TOLERANCE, STEPS);
    return new Fitted.Compared(
        set.classes(), (features, out) -> model.predict(scale.apply(features), out));
  }

  /** Means and deviations of the training windows; a constant feature becomes 0. */
  private record Scale(double[] mean, double[] deviation) {
    static Scale of(double[][] x) {
      int features = x[0].length;
      double[] mean = new double[features];
      double[] deviation = new double[features];
      for (int f = 0; f < features; f++) {
        for (double[] row : x) {
          mean[f] += row[f] / x.length;
        }
        for (double[] row : x) {
          deviation[f] += (row[f] - mean[f]) * (row[f] - mean[f]) / x.length;
        }
        deviation[f] = Math.sqrt(deviation[f]);
      }
      return new Scale(mean, deviation);
    }

    double[] apply(double[] row) {
      double[] scaled = new double[row.length];
      for (int f = 0; f < row.length; f++) {
        scaled[f] = deviation[f] > 1e-12 ? (row[f] - mean[f]) / deviation[f] : 0;
      }
      return scaled;
    }
  }

  private LogisticFit() {}
}
