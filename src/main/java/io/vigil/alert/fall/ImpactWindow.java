package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;

/**
 * The cells around an impact, oldest first, in the wearer's own g.
 *
 * @param impact the place of the impact's cell
 * @param x accelerations, one a cell
 * @param y accelerations
 * @param z accelerations
 * @param magnitude of the acceleration
 * @param impactMicros the middle of the impact's cell
 * @param peakG the largest magnitude of a sample within 0.2 s of the impact, in g as measured
 * @param railed share of the cells with a sample at the end of the range
 * @param sparse share of the cells read off a line between samples far apart
 */
record ImpactWindow(
    int impact,
    double[] x,
    double[] y,
    double[] z,
    double[] magnitude,
    long impactMicros,
    double peakG,
    double railed,
    double sparse) {

  private static final int NEAR = 5;

  /** The window whose impact is {@link CellRing#AFTER} cells old; before it there may be less. */
  static ImpactWindow of(CellRing ring, double gravity) {
    int size = ring.size;
    int impact = size - 1 - CellRing.AFTER;
    double[] x = new double[size];
    double[] y = new double[size];
    double[] z = new double[size];
    double[] magnitude = new double[size];
    double scale = 1 / (SampleBatch.PER_G * gravity);
    int peak = 0;
    int railed = 0;
    int sparse = 0;
    for (int i = 0; i < size; i++) {
      int at = ring.place(size - 1 - i);
      x[i] = ring.x[at] * scale;
      y[i] = ring.y[at] * scale;
      z[i] = ring.z[at] * scale;
      magnitude[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
      if (Math.abs(i - impact) <= NEAR) {
        peak = Math.max(peak, ring.peaks[at]);
      }
      railed += (ring.faults[at] & CellRing.RAILED) == 0 ? 0 : 1;
      sparse += (ring.faults[at] & CellRing.SPARSE) == 0 ? 0 : 1;
    }
    long cell = ring.newest - CellRing.AFTER;
    return new ImpactWindow(
        impact,
        x,
        y,
        z,
        magnitude,
        cell * CellRing.MICROS + CellRing.MICROS / 2,
        peak / 8.0,
        (double) railed / size,
        (double) sparse / size);
  }

  int size() {
    return x.length;
  }

  /** The place of the cell so many seconds from the impact, within the window. */
  int at(double seconds) {
    int place = impact + (int) Math.rint(seconds * CellRing.A_SECOND);
    return Math.max(0, Math.min(size(), place));
  }
}
