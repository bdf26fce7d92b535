package io.vigil.feature;

import java.util.List;

/**
 * How much the body moves. For up, forward, side and magnitude: ln of the standard deviation (g),
 * and ln of the root mean square jerk (g/s). Of the magnitude: ln of its range between the 5th and
 * the 95th percentile, and its maximum. Over stretches of half a second: ln of the least and of the
 * greatest standard deviation, and the share of still stretches (below 0.02 g). Then the
 * magnitude's standard deviation against the wearer's own walking (difference of logarithms), and
 * the standard deviation of the acceleration vector.
 */
final class IntensityFeatures implements FeatureGroup {
  private static final int STRETCH = 26;
  private static final double STILL = 0.02;

  private static final double OUTSIDE = 0.05;

  private final Extremes extremes;
  private final int stretches;

  IntensityFeatures(int samples) {
    extremes = new Extremes(samples, OUTSIDE);
    stretches = samples / STRETCH;
  }

  @Override
  public List<String> names() {
    return List.of(
        "sd_v",
        "jerk_v",
        "sd_f",
        "jerk_f",
        "sd_s",
        "jerk_s",
        "sd_m",
        "jerk_m",
        "rng_m",
        "max_m",
        "subMin",
        "subMax",
        "stillFrac",
        "relW",
        "sdTotal");
  }

  @Override
  public void compute(BodySignals signals, WearerReference reference, double[] out, int at) {
    double up = spread(signals.up, out, at);
    double forward = spread(signals.forward, out, at + 2);
    double side = spread(signals.side, out, at + 4);
    spread(signals.magnitude, out, at + 6);
    extremes.load(signals.magnitude);
    out[at + 8] = log(extremes.high() - extremes.low());
    out[at + 9] = extremes.max();
    stretches(signals.magnitude, out, at + 10);
    out[at + 13] = out[at + 6] - reference.walkingLogSd();
    out[at + 14] = Math.sqrt(up * up + forward * forward + side * side);
  }

  private static double spread(double[] signal, double[] out, int at) {
    double sd = Moments.sd(signal, Moments.mean(signal));
    out[at] = log(sd);
    out[at + 1] = StrictMath.log(Moments.rmsChange(signal, FeatureExtractor.RATE_HZ) + 0.1);
    return sd;
  }

  private void stretches(double[] magnitude, double[] out, int at) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    int still = 0;
    for (int s = 0; s < stretches; s++) {
      double mean = 0;
      for (int i = s * STRETCH; i < (s + 1) * STRETCH; i++) {
        mean += magnitude[i];
      }
      double sd = Moments.sd(magnitude, s * STRETCH, (s + 1) * STRETCH, mean / STRETCH);
      least = Math.min(least, sd);
      greatest = Math.max(greatest, sd);
      still += sd < STILL ? 1 : 0;
    }
    out[at] = log(least);
    out[at + 1] = log(greatest);
    out[at + 2] = still / (double) stretches;
  }

  /** Of a value in g; a thousandth of g keeps silence finite. */
  private static double log(double value) {
    return StrictMath.log(value + 1e-3);
  }
}
