package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;

/**
 * The newest second of the ring.
 *
 * @param mean acceleration, in g as measured
 * @param spread of it, in g, all axes together
 */
record Second(double[] mean, double spread) {
  /** More than a sensor's noise and a breath, less than any step. */
  private static final double STILL_G = 0.06;

  static boolean isDue(CellRing ring) {
    return Math.floorMod(ring.newest, (long) CellRing.A_SECOND) == CellRing.A_SECOND - 1
        && ring.size >= CellRing.A_SECOND;
  }

  static Second of(CellRing ring) {
    double[] sum = new double[3];
    double squares = 0;
    for (int age = 0; age < CellRing.A_SECOND; age++) {
      int at = ring.place(age);
      sum[0] += ring.x[at];
      sum[1] += ring.y[at];
      sum[2] += ring.z[at];
      squares += ring.magnitude2(age);
    }
    double n = CellRing.A_SECOND;
    double[] mean = {sum[0] / n, sum[1] / n, sum[2] / n};
    double length2 = mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2];
    double spread = Math.sqrt(Math.max(0, squares / n - length2)) / SampleBatch.PER_G;
    for (int axis = 0; axis < 3; axis++) {
      mean[axis] /= SampleBatch.PER_G;
    }
    return new Second(mean, spread);
  }

  boolean isStill() {
    return spread < STILL_G;
  }
}
