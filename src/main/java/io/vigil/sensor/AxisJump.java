package io.vigil.sensor;

import java.util.Arrays;

/**
 * Finds the instant at which a sensor's axes change places or signs, as after a fault in its
 * firmware: the step from one sample to the next is far larger than those around it, and none at
 * all once the axes are put back. No body turns like this between two samples.
 */
public final class AxisJump {
  /** Samples that are looked at: half of them before the jump and half behind it. */
  public static final int SAMPLES = 8;

  /** Longer than this, in microseconds, they must not take: a body could turn meanwhile. */
  static final long LONGEST_MICROS = 450_000;

  /** Ten hours of chests show no such step without a swap; seven swaps of ten are found. */
  private static final double CERTAIN = 6;

  /** One such step an hour, and none in a thousand falls; more swaps are found. */
  private static final double POSSIBLE = 3;

  private static final int MIDDLE = SAMPLES / 2;
  private static final double LEAST_G = 0.5;

  /** Whatever is below this, squared, is surely below {@link #LEAST_G}, however it is rounded. */
  private static final double SURELY_LESS_G2 = 0.249;

  private static final double LEAST_GRAVITY = 0.4;
  private static final double MOST_GRAVITY = 2.2;
  private static final double SLACK = 1.2;
  private static final double NOISE_G = 0.03;

  /**
   * Whether the axes jump in the middle of some samples.
   *
   * @param x {@link #SAMPLES} accelerations in g from {@code from} on, oldest first
   * @param y of the same samples
   * @param z of the same samples
   * @param from place of the first
   */
  public static boolean isIn(float[] x, float[] y, float[] z, int from) {
    return isIn(x, y, z, from, CERTAIN);
  }

  /** The same, where a doubt is enough. */
  static boolean mayBeIn(float[] x, float[] y, float[] z) {
    return isIn(x, y, z, 0, POSSIBLE);
  }

  private static boolean isIn(float[] x, float[] y, float[] z, int from, double larger) {
    int at = from + MIDDLE;
    double jump2 = step2(x, y, z, at);
    if (jump2 < SURELY_LESS_G2) {
      return false;
    }
    double jump = Math.sqrt(jump2);
    if (jump < LEAST_G) {
      return false;
    }
    double gravity = length(x[at], y[at], z[at]);
    double usual = 0;
    for (int i = from + 1; i < from + SAMPLES; i++) {
      usual = i == at ? usual : Math.max(usual, step(x, y, z, i));
    }
    return jump >= larger * usual
        && gravity > LEAST_GRAVITY
        && gravity < MOST_GRAVITY
        && stepWithAxesPutBack(x, y, z, at) <= SLACK * usual + NOISE_G;
  }

  private static double step(float[] x, float[] y, float[] z, int at) {
    return Math.sqrt(step2(x, y, z, at));
  }

  private static double step2(float[] x, float[] y, float[] z, int at) {
    double dx = x[at] - x[at - 1];
    double dy = y[at] - y[at - 1];
    double dz = z[at] - z[at - 1];
    return dx * dx + dy * dy + dz * dz;
  }

  /** The smallest step that any exchange of axes and signs leaves: that of the sorted sizes. */
  private static double stepWithAxesPutBack(float[] x, float[] y, float[] z, int at) {
    double[] now = sizes(x[at], y[at], z[at]);
    double[] before = sizes(x[at - 1], y[at - 1], z[at - 1]);
    return length(now[0] - before[0], now[1] - before[1], now[2] - before[2]);
  }

  private static double[] sizes(double x, double y, double z) {
    double[] sizes = {Math.abs(x), Math.abs(y), Math.abs(z)};
    Arrays.sort(sizes);
    return sizes;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  private AxisJump() {}
}
