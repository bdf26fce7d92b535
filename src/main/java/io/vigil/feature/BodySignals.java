package io.vigil.feature;

import io.vigil.window.Window;

/**
 * A window on the axes of the wearer's body, in true g: up as the wearer's reference has it,
 * forward as near to the sensor's z as an axis square to it can be, and sideways.
 */
final class BodySignals {
  final double[] up;
  final double[] forward;
  final double[] side;

  /** Length of the acceleration vector. */
  final double[] magnitude;

  BodySignals(int samples) {
    up = new double[samples];
    forward = new double[samples];
    side = new double[samples];
    magnitude = new double[samples];
  }

  /** Turns a window onto the body's axes. */
  void load(Window window, WearerReference reference) {
    double ux = reference.upX();
    double uy = reference.upY();
    double uz = reference.upZ();
    double fx = -uz * ux;
    double fy = -uz * uy;
    double fz = 1 - uz * uz;
    double length = Math.sqrt(fx * fx + fy * fy + fz * fz);
    if (length < 1e-6) {
      // The sensor lies flat: its z is up, and forward is taken to be where its y points away from.
      fx = 0;
      fy = -Math.signum(uz);
      fz = 0;
      length = 1;
    }
    fx /= length;
    fy /= length;
    fz /= length;
    double sx = uy * fz - uz * fy;
    double sy = uz * fx - ux * fz;
    double sz = ux * fy - uy * fx;
    for (int i = 0; i < up.length; i++) {
      double x = window.x()[i] / reference.gravity();
      double y = window.y()[i] / reference.gravity();
      double z = window.z()[i] / reference.gravity();
      up[i] = x * ux + y * uy + z * uz;
      forward[i] = x * fx + y * fy + z * fz;
      side[i] = x * sx + y * sy + z * sz;
      magnitude[i] = Math.sqrt(x * x + y * y + z * z);
    }
  }
}
