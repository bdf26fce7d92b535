package io.vigil.window;

import io.vigil.sensor.SampleBatch;

/**
 * Brings the samples of a window to the model's rate: as they are where they have that rate
 * already, by linear interpolation between neighbours otherwise (before the first and after the
 * last sample the nearest one holds).
 */
final class Resampler {

  static Window window(
      String participantId,
      long start,
      long end,
      SampleBuffer buffer,
      int from,
      int to,
      int samples) {
    double periodMicros = (end - start) / (double) samples;
    boolean asTheyAre = hasRate(buffer, from, to, samples, periodMicros);
    return new Window(
        participantId,
        start,
        end,
        axis(buffer.x, buffer, from, to, start, samples, periodMicros, asTheyAre),
        axis(buffer.y, buffer, from, to, start, samples, periodMicros, asTheyAre),
        axis(buffer.z, buffer, from, to, start, samples, periodMicros, asTheyAre),
        buffer.mostCommonLabel(from, to));
  }

  /** The right number of samples, each within half a period of its place after the one before. */
  private static boolean hasRate(
      SampleBuffer buffer, int from, int to, int samples, double periodMicros) {
    if (to - from != samples) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      long step = buffer.times[i] - buffer.times[i - 1];
      if (Math.abs(step - periodMicros) > periodMicros / 2) {
        return false;
      }
    }
    return true;
  }

  private static float[] axis(
      short[] values,
      SampleBuffer buffer,
      int from,
      int to,
      long start,
      int samples,
      double periodMicros,
      boolean asTheyAre) {
    float[] out = new float[samples];
    int next = from;
    for (int i = 0; i < samples; i++) {
      if (asTheyAre) {
        out[i] = values[from + i] / (float) SampleBatch.PER_G;
        continue;
      }
      double at = start + i * periodMicros;
      while (next < to && buffer.times[next] < at) {
        next++;
      }
      out[i] = (float) (between(values, buffer.times, from, to, next, at) / SampleBatch.PER_G);
    }
    return out;
  }

  private static double between(
      short[] values, long[] times, int from, int to, int next, double at) {
    if (next == from) {
      return values[from];
    }
    if (next == to) {
      return values[to - 1];
    }
    double share = (at - times[next - 1]) / (times[next] - times[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  }

  private Resampler() {}
}
