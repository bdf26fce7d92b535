package io.vigil.feature;

import java.util.List;

/**
 * How rhythmic the movement is: the autocorrelation's peak at periods of a step or a stride (0.29
 * to 0.87 s) of up, forward and side, and of up its period in seconds.
 */
final class RhythmFeatures implements FeatureGroup {
  private final Autocorrelation rhythm = new Autocorrelation(15, 45);

  @Override
  public List<String> names() {
    return List.of("ac_v", "aclag_v", "ac_f", "ac_s");
  }

  @Override
  public void compute(BodySignals signals, WearerReference reference, double[] out, int at) {
    rhythm.measure(signals.up);
    out[at] = rhythm.peak();
    out[at + 1] = rhythm.lagSamples() / FeatureExtractor.RATE_HZ;
    rhythm.measure(signals.forward);
    out[at + 2] = rhythm.peak();
    rhythm.measure(signals.side);
    out[at + 3] = rhythm.peak();
  }
}
