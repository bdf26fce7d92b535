package io.vigil.simulate;

import io.vigil.sensor.SampleBatch;
import java.util.SplittableRandom;

/**
 * Somebody who does not move any more, in the posture of the last second: gravity, breath and the
 * sensor's own noise. Breath, 15 times a minute, tilts the chest by about a degree; the noise is 3
 * counts of 350 a g an axis, which is what recorded sensors have at rest.
 */
final class Lying {
  private static final double BREATHS_PER_SECOND = 0.25;
  private static final double BREATH_G = 0.015;
  private static final double NOISE_G = 3.0 / 350;
  private static final long LAST_MICROS = 1_000_000;

  /**
   * Goes on with a recording.
   *
   * @param place behind the last sample of it that counts
   * @param interval of the samples, in microseconds
   */
  static SampleBatch after(
      SampleBatch recording, int place, long micros, long interval, long seed) {
    double[] posture = posture(recording, place);
    double[] breath = across(posture);
    SplittableRandom random = new SplittableRandom(seed + recording.participantId().hashCode());
    int size = (int) Math.max(1, micros / interval);
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = recording.times()[place - 1] + (i + 1) * interval;
      double tilt =
          BREATH_G * StrictMath.sin(2 * Math.PI * BREATHS_PER_SECOND * i * interval / 1e6);
      for (int axis = 0; axis < 3; axis++) {
        double g = posture[axis] + tilt * breath[axis] + NOISE_G * random.nextGaussian();
        axes[axis][i] = (short) Math.rint(g * SampleBatch.PER_G);
      }
    }
    return new SampleBatch(recording.participantId(), times, axes[0], axes[1], axes[2], "");
  }

  private static double[] posture(SampleBatch recording, int place) {
    double[] sum = new double[3];
    int from = place;
    while (from > 0 && recording.times()[place - 1] - recording.times()[from - 1] < LAST_MICROS) {
      from--;
      sum[0] += recording.x()[from];
      sum[1] += recording.y()[from];
      sum[2] += recording.z()[from];
    }
    double steps = (double) SampleBatch.PER_G * (place - from);
    return new double[] {sum[0] / steps, sum[1] / steps, sum[2] / steps};
  }

  /** A direction of length 1 across another: breath turns gravity and hardly changes its size. */
  private static double[] across(double[] v) {
    double x = Math.abs(v[0]);
    double y = Math.abs(v[1]);
    double[] across = x < y ? new double[] {0, -v[2], v[1]} : new double[] {v[2], 0, -v[0]};
    double length =
        Math.sqrt(across[0] * across[0] + across[1] * across[1] + across[2] * across[2]);
    for (int i = 0; i < 3 && length > 0; i++) {
      across[i] /= length;
    }
    return across;
  }

  private Lying() {}
}
