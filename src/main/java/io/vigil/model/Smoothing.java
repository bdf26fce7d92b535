package io.vigil.model;

/**
 * How far a window's answer leans on the windows before it; see {@link ForwardFilter}.
 *
 * @param stay probability that the activity of the window before goes on, 0 (no smoothing) to below
 *     1, from one window to the next
 * @param sharpness exponent of the forest's evidence, above 0 up to 10; below 1 because
 *     neighbouring windows repeat each other and their evidence must not be counted in full
 * @param prior share of each class in what the forest was trained on; above 0, adding up to 1
 */
public record Smoothing(double stay, double sharpness, double[] prior) {

  /** Refuses parameters out of their ranges. */
  public Smoothing {
    ModelRefused.unless(
        stay >= 0 && stay < 1, "Smoothing has stay %s, expected from 0 to below 1", stay);
    ModelRefused.unless(
        sharpness > 0 && sharpness <= 10,
        "Smoothing has sharpness %s, expected above 0 up to 10",
        sharpness);
    double sum = 0;
    for (double p : prior) {
      ModelRefused.unless(p > 0 && p <= 1, "Smoothing has a prior of %s, expected above 0", p);
      sum += p;
    }
    ModelRefused.unless(
        Math.abs(sum - 1) < 1e-9, "The priors of smoothing add up to %s, expected 1", sum);
  }

  /** Every window by itself. */
  public static Smoothing off(int classes) {
    double[] even = new double[classes];
    java.util.Arrays.fill(even, 1.0 / classes);
    return new Smoothing(0, 1, even);
  }
}
