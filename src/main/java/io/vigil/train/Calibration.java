package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether answers of a confidence of 0.8 are right eight times in ten (Guo et al. 2017, "On
 * Calibration of Modern Neural Networks").
 *
 * @param bins ten of equal width, from 0 to 1
 * @param expectedError mean distance of confidence and accuracy, weighted by windows
 */
public record Calibration(List<Bin> bins, double expectedError) {
  private static final int BINS = 10;

  /**
   * Answers of about one confidence.
   *
   * @param from least confidence
   * @param to greatest; belongs to the next bin, but 1 to the last
   * @param windows how many
   * @param confidence their mean; 0 of none
   * @param accuracy share of right ones; 0 of none
   */
  public record Bin(double from, double to, long windows, double confidence, double accuracy) {}

  static Calibration of(List<Prediction> labelled, ClassScheme scheme) {
    long[] windows = new long[BINS];
    long[] right = new long[BINS];
    double[] confidence = new double[BINS];
    for (Prediction p : labelled) {
      int bin = Math.min(BINS - 1, (int) (p.confidence() * BINS));
      windows[bin]++;
      confidence[bin] += p.confidence();
      if (scheme.classOf(p.label()).filter(p.activity()::equals).isPresent()) {
        right[bin]++;
      }
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      double mean = windows[b] == 0 ? 0 : confidence[b] / windows[b];
      double accuracy = windows[b] == 0 ? 0 : (double) right[b] / windows[b];
      bins.add(new Bin((double) b / BINS, (b + 1.0) / BINS, windows[b], mean, accuracy));
      error += Math.abs(mean - accuracy) * windows[b];
    }
    return new Calibration(List.copyOf(bins), labelled.isEmpty() ? 0 : error / labelled.size());
  }
}
