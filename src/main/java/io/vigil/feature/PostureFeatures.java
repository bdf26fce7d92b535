package io.vigil.feature;

import java.util.List;

/**
 * How the body stands: the mean acceleration (true g), and its angles to the wearer's own upright
 * in degrees, 0 when upright (all, forward, sideways).
 */
final class PostureFeatures implements FeatureGroup {

  @Override
  public List<String> names() {
    return List.of("magMean", "tilt", "tiltFwd", "tiltSide");
  }

  @Override
  public void compute(BodySignals signals, WearerReference reference, double[] out, int at) {
    double up = Moments.mean(signals.up);
    double forward = Moments.mean(signals.forward);
    double side = Moments.mean(signals.side);
    out[at] = Moments.mean(signals.magnitude);
    out[at + 1] = degrees(Math.sqrt(forward * forward + side * side), up);
    out[at + 2] = degrees(forward, up);
    out[at + 3] = degrees(side, up);
  }

  private static double degrees(double y, double x) {
    return StrictMath.toDegrees(StrictMath.atan2(y, x));
  }
}
