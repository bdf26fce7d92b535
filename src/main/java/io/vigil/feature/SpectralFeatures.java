package io.vigil.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * What the movement's frequencies are, for up, forward and side. Power in five bands (ln of g²,
 * with 1e-4 added), of up and side the dominant frequency between 0.6 and 5 Hz and its share of the
 * power between 0.3 and 16 Hz, and of up the spectral entropy over that range (0 to 1).
 */
final class SpectralFeatures implements FeatureGroup {
  private static final double[] BAND_EDGES = {0.3, 1.2, 2.4, 4.0, 8.0, 16.0};
  private static final int BANDS = BAND_EDGES.length - 1;
  private static final double DOMINANT_FROM = 0.6;
  private static final double DOMINANT_TO = 5;
  private static final int LINES = Spectrum.SIZE / 2 + 1;

  private final Spectrum spectrum;
  private final double[] up = new double[LINES];
  private final double[] forward = new double[LINES];
  private final double[] side = new double[LINES];
  private final double[] unused = new double[LINES];

  SpectralFeatures(int samples) {
    spectrum = new Spectrum(samples);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String axis : List.of("v", "f", "s")) {
      for (int band = 0; band < BANDS; band++) {
        names.add("b" + band + "_" + axis);
      }
    }
    names.addAll(List.of("fdom_v", "fdomP_v", "ent_v", "fdom_s", "fdomP_s"));
    return names;
  }

  @Override
  public void compute(BodySignals signals, WearerReference reference, double[] out, int at) {
    spectrum.power(signals.up, signals.forward, up, forward);
    spectrum.power(signals.side, signals.side, side, unused);
    bands(up, out, at);
    bands(forward, out, at + BANDS);
    bands(side, out, at + 2 * BANDS);
    int dominants = at + 3 * BANDS;
    dominant(up, out, dominants);
    out[dominants + 2] = entropy(up);
    dominant(side, out, dominants + 3);
  }

  private static void bands(double[] power, double[] out, int at) {
    for (int band = 0; band < BANDS; band++) {
      out[at + band] = StrictMath.log(sum(power, BAND_EDGES[band], BAND_EDGES[band + 1]) + 1e-4);
    }
  }

  private static void dominant(double[] power, double[] out, int at) {
    int best = first(DOMINANT_FROM);
    for (int k = best; k < first(DOMINANT_TO); k++) {
      best = power[k] > power[best] ? k : best;
    }
    out[at] = best * FeatureExtractor.RATE_HZ / Spectrum.SIZE;
    out[at + 1] = power[best] / total(power);
  }

  /** Shannon's entropy of the power's distribution, against that of an even one. */
  private static double entropy(double[] power) {
    int from = first(BAND_EDGES[0]);
    int to = first(BAND_EDGES[BANDS]);
    double total = total(power);
    double sum = 0;
    for (int k = from; k < to; k++) {
      double share = power[k] / total;
      sum -= share * StrictMath.log(share + 1e-12);
    }
    return sum / StrictMath.log(to - from);
  }

  private static double total(double[] power) {
    return sum(power, BAND_EDGES[0], BAND_EDGES[BANDS]) + 1e-6;
  }

  private static double sum(double[] power, double fromHz, double toHz) {
    double sum = 0;
    for (int k = first(fromHz); k < first(toHz); k++) {
      sum += power[k];
    }
    return sum;
  }

  /** The first line of the spectrum at this frequency or above. */
  private static int first(double hz) {
    return (int) Math.ceil(hz * Spectrum.SIZE / FeatureExtractor.RATE_HZ);
  }
}
