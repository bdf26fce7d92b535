package io.vigil.feature;

import java.util.List;

/**
 * The shape of the movement: skewness and kurtosis of up and forward (moments over powers of the
 * standard deviation plus 0.001 g), and how the three axes go together (correlations, -1 to 1).
 */
final class ShapeFeatures implements FeatureGroup {

  @Override
  public List<String> names() {
    return List.of("skew_v", "kurt_v", "skew_f", "kurt_f", "c_vf", "c_vs", "c_fs");
  }

  @Override
  public void compute(BodySignals signals, WearerReference reference, double[] out, int at) {
    shape(signals.up, out, at);
    shape(signals.forward, out, at + 2);
    out[at + 4] = Moments.correlation(signals.up, signals.forward);
    out[at + 5] = Moments.correlation(signals.up, signals.side);
    out[at + 6] = Moments.correlation(signals.forward, signals.side);
  }

  private static void shape(double[] signal, double[] out, int at) {
    double mean = Moments.mean(signal);
    double sd = Moments.sd(signal, mean) + 1e-3;
    out[at] = Moments.central(signal, mean, 3) / (sd * sd * sd);
    out[at + 1] = Moments.central(signal, mean, 4) / (sd * sd * sd * sd);
  }
}
