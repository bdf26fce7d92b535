package io.vigil.train.explore;

import io.vigil.feature.FeatureVector;
import java.util.List;

/** How features go together: Pearson's correlation of each pair, -1 to 1; 0 of a constant one. */
final class Correlations {

  static double[][] of(List<FeatureVector> windows, int[] places) {
    double[][] standard = new double[places.length][windows.size()];
    for (int f = 0; f < places.length; f++) {
      standardise(windows, places[f], standard[f]);
    }
    double[][] correlations = new double[places.length][places.length];
    for (int f = 0; f < places.length; f++) {
      for (int g = 0; g < places.length; g++) {
        double sum = 0;
        for (int w = 0; w < standard[f].length; w++) {
          sum += standard[f][w] * standard[g][w];
        }
        correlations[f][g] = sum;
      }
    }
    return correlations;
  }

  /** To mean 0 and a sum of squares of 1. */
  private static void standardise(List<FeatureVector> windows, int place, double[] out) {
    double mean = 0;
    for (int w = 0; w < out.length; w++) {
      out[w] = windows.get(w).values()[place];
      mean += out[w] / out.length;
    }
    double squares = 0;
    for (int w = 0; w < out.length; w++) {
      out[w] -= mean;
      squares += out[w] * out[w];
    }
    double length = Math.sqrt(squares);
    for (int w = 0; w < out.length; w++) {
      out[w] = length < 1e-12 ? 0 : out[w] / length;
    }
  }

  private Correlations() {}
}
