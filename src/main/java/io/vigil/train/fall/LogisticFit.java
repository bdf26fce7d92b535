package io.vigil.train.fall;

import io.vigil.alert.fall.FallFeatures;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModel.GoldenImpact;
import io.vigil.alert.fall.FallModel.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import smile.classification.LogisticRegression;

/**
 * Smile's logistic regression of impacts, its scaling folded into the weights.
 *
 * @param intercept of the sum
 * @param terms one a feature
 * @param golden impacts with Smile's own answers
 */
record LogisticFit(double intercept, List<Term> terms, List<GoldenImpact> golden) {
  private static final double TOLERANCE = 1e-6;
  private static final int STEPS = 500;
  private static final int GOLDEN = 16;

  static LogisticFit fit(List<Impact> impacts, double penalty) {
    List<String> names = FallFeatures.SCHEMA.names();
    List<double[]> scaled = new ArrayList<>();
    double[] middle = new double[names.size()];
    double[] deviation = new double[names.size()];
    for (int f = 0; f < names.size(); f++) {
      double[] column = column(impacts, f);
      middle[f] = mean(column);
      deviation[f] = deviation(column, middle[f]);
    }
    for (Impact impact : impacts) {
      double[] row = new double[names.size()];
      for (int f = 0; f < row.length; f++) {
        row[f] = (value(impact, f) - middle[f]) / deviation[f];
      }
      scaled.add(row);
    }
    int[] falls = impacts.stream().mapToInt(impact -> impact.isFall() ? 1 : 0).toArray();
    LogisticRegression.Binomial smile =
        LogisticRegression.binomial(
            scaled.toArray(double[][]::new), falls, penalty, TOLERANCE, STEPS);
    double[] weights = smile.coefficients();
    double intercept = weights[names.size()];
    List<Term> terms = new ArrayList<>();
    for (int f = 0; f < names.size(); f++) {
      double weight = weights[f] / deviation[f];
      intercept -= weight * middle[f];
      List<Double> values = new ArrayList<>();
      for (double value : column(impacts, f)) {
        values.add(value);
      }
      terms.add(
          new Term(
              names.get(f),
              isLogarithm(f),
              Collections.min(values),
              Collections.max(values),
              weight));
    }
    return new LogisticFit(intercept, terms, golden(impacts, scaled, smile));
  }

  private static List<GoldenImpact> golden(
      List<Impact> impacts, List<double[]> scaled, LogisticRegression.Binomial smile) {
    List<GoldenImpact> golden = new ArrayList<>();
    for (int i = 0; i < GOLDEN; i++) {
      int at = (int) ((long) i * impacts.size() / GOLDEN);
      double[] answer = new double[2];
      smile.predict(scaled.get(at), answer);
      golden.add(new GoldenImpact(impacts.get(at).features(), answer[1]));
    }
    return golden;
  }

  private static boolean isLogarithm(int feature) {
    return FallFeatures.RELATIVE.contains(FallFeatures.SCHEMA.names().get(feature));
  }

  private static double value(Impact impact, int feature) {
    return FallModel.transformed(impact.features()[feature], isLogarithm(feature));
  }

  private static double[] column(List<Impact> impacts, int feature) {
    return impacts.stream().mapToDouble(impact -> value(impact, feature)).toArray();
  }

  private static double mean(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    return sum / column.length;
  }

  private static double deviation(double[] column, double mean) {
    double sum = 0;
    for (double value : column) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / column.length) + 1e-9;
  }
}
