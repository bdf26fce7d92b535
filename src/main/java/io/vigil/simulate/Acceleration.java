package io.vigil.simulate;

/**
 * What an ideal sensor reads, in g.
 *
 * @param x sideways
 * @param y along the body; 1 when the wearer stands still and upright
 * @param z forward
 */
record Acceleration(double x, double y, double z) {

  static final Acceleration UPRIGHT = new Acceleration(0, 1, 0);

  Acceleration plus(double moreX, double moreY, double moreZ) {
    return new Acceleration(x + moreX, y + moreY, z + moreZ);
  }

  /** The reading of a sensor turned by this: first pitch (about x), then roll (about z). */
  Acceleration turned(Tilt tilt) {
    double sinPitch = StrictMath.sin(tilt.pitch());
    double cosPitch = StrictMath.cos(tilt.pitch());
    double sinRoll = StrictMath.sin(tilt.roll());
    double cosRoll = StrictMath.cos(tilt.roll());
    double pitched = y * cosPitch - z * sinPitch;
    return new Acceleration(
        x * cosRoll + pitched * sinRoll,
        pitched * cosRoll - x * sinRoll,
        y * sinPitch + z * cosPitch);
  }

  /** This share (0 to 1) of the other, the rest of this. */
  Acceleration mixed(Acceleration other, double share) {
    return new Acceleration(
        x + (other.x - x) * share, y + (other.y - y) * share, z + (other.z - z) * share);
  }

  Acceleration times(double factor) {
    return new Acceleration(x * factor, y * factor, z * factor);
  }

  /** The length of the vector, in g. */
  double length() {
    return StrictMath.sqrt(x * x + y * y + z * z);
  }
}
