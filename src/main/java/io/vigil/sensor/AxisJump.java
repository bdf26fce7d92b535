package io.vigil.sensor;

import java.util.Arrays;

/**
 * Finds the instant at which a sensor's axes change places or signs, as after a fault in its
 * firmware: from one sample to the next gravity lies on another axis, its size the same, and the
 * signal is smooth before and after. No body turns by 35 degrees between two samples.
 */
public final class AxisJump {
  /** Samples that are looked at: half of them before the jump and half behind it. */
  public static final int SAMPLES = 8;

  /** Longer than this, in microseconds, they must not take: a body could turn meanwhile. */
  public static final long LONGEST_MICROS = 450_000;

  private static final int HALF = SAMPLES / 2;
  private static final double LEAST_G = 0.6;
  private static final double LEAST_GRAVITY = 0.6;
  private static final double MOST_GRAVITY = 1.6;
  private static final double SAME_SIZE_G = 0.12;
  private static final double SMOOTH_SHARE = 0.2;
  private static final double MATCH_G = 0.15;

  /**
   * Whether the axes jump in the middle of some samples.
   *
   * @param x {@link #SAMPLES} accelerations in g from {@code from} on, oldest first
   * @param y of the same samples
   * @param z of the same samples
   * @param from place of the first
   */
  public static boolean isIn(float[] x, float[] y, float[] z, int from) {
    int middle = from + HALF;
    double step =
        length(x[middle] - x[middle - 1], y[middle] - y[middle - 1], z[middle] - z[middle - 1]);
    if (step < LEAST_G) {
      return false;
    }
    double[] before = mean(x, y, z, from);
    double[] after = mean(x, y, z, middle);
    double gravity = length(before[0], before[1], before[2]);
    double jump = length(after[0] - before[0], after[1] - before[1], after[2] - before[2]);
    double smooth = SMOOTH_SHARE * jump;
    return jump >= LEAST_G
        && gravity > LEAST_GRAVITY
        && gravity < MOST_GRAVITY
        && Math.abs(length(after[0], after[1], after[2]) - gravity) < SAME_SIZE_G
        && farthest(x, y, z, from, before) < smooth
        && farthest(x, y, z, middle, after) < smooth
        && areSwapped(before, after);
  }

  /** Whether the same three sizes stand on other axes or with other signs. */
  private static boolean areSwapped(double[] before, double[] after) {
    double[] sizes = sizes(before);
    double[] others = sizes(after);
    return length(sizes[0] - others[0], sizes[1] - others[1], sizes[2] - others[2]) < MATCH_G;
  }

  private static double[] sizes(double[] v) {
    double[] sizes = {Math.abs(v[0]), Math.abs(v[1]), Math.abs(v[2])};
    Arrays.sort(sizes);
    return sizes;
  }

  private static double[] mean(float[] x, float[] y, float[] z, int from) {
    double[] sum = new double[3];
    for (int i = from; i < from + HALF; i++) {
      sum[0] += x[i] / HALF;
      sum[1] += y[i] / HALF;
      sum[2] += z[i] / HALF;
    }
    return sum;
  }

  private static double farthest(float[] x, float[] y, float[] z, int from, double[] mean) {
    double most = 0;
    for (int i = from; i < from + HALF; i++) {
      most = Math.max(most, length(x[i] - mean[0], y[i] - mean[1], z[i] - mean[2]));
    }
    return most;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  private AxisJump() {}
}
