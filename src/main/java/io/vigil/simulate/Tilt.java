package io.vigil.simulate;

/**
 * A turn away from upright, in radians.
 *
 * @param pitch forward (towards z)
 * @param roll sideways (towards x)
 */
record Tilt(double pitch, double roll) {

  static final Tilt NONE = new Tilt(0, 0);

  static Tilt degrees(double pitch, double roll) {
    return new Tilt(Math.toRadians(pitch), Math.toRadians(roll));
  }

  Tilt plus(double morePitch, double moreRoll) {
    return new Tilt(pitch + morePitch, roll + moreRoll);
  }
}
