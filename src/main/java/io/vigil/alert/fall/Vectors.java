package io.vigil.alert.fall;

/** Means, spreads and angles of a stretch of accelerations. */
final class Vectors {

  /** The mean of the cells from one up to, not including, another. */
  static double[] mean(ImpactWindow w, int from, int to) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = from; i < to; i++) {
      x += w.x()[i];
      y += w.y()[i];
      z += w.z()[i];
    }
    int n = Math.max(1, to - from);
    return new double[] {x / n, y / n, z / n};
  }

  /** The deviation from the mean, all axes together. */
  static double spread(ImpactWindow w, int from, int to) {
    double[] mean = mean(w, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += square(w.x()[i] - mean[0]) + square(w.y()[i] - mean[1]) + square(w.z()[i] - mean[2]);
    }
    return Math.sqrt(sum / Math.max(1, to - from));
  }

  static double square(double value) {
    return value * value;
  }

  static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  /** The angle between two directions, 0 to 180 degrees; 90 where one has no length. */
  static double degrees(double[] a, double[] b) {
    return degrees(cosine(a, b));
  }

  /** The same of a cosine; beyond -1 and 1, where rounding may take it, of these. */
  static double degrees(double cosine) {
    return Math.toDegrees(StrictMath.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** The cosine of the angle between two directions; 0 where one has no length. */
  static double cosine(double[] a, double[] b) {
    double lengths = length(a) * length(b);
    return lengths < 1e-9 ? 0 : (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / lengths;
  }

  private Vectors() {}
}
