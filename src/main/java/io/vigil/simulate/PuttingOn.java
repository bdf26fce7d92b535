package io.vigil.simulate;

/**
 * The first seconds of a recording: the sensor is turned about in the hands, and knocked against
 * its rails. Five of twelve recordings of UCI data set 287 begin like this.
 */
final class PuttingOn implements Motion {
  private static final double KNOCK_SECONDS = 0.06;
  private static final double KNOCK_G = 15;

  private final SmoothNoise noise;
  private final double knock;

  /**
   * @param knock the instant of the hardest knock, in seconds since the day began
   */
  PuttingOn(double knock, long seed) {
    this.noise = new SmoothNoise(seed);
    this.knock = knock;
  }

  @Override
  public Acceleration at(double seconds) {
    Tilt held = new Tilt(2 * noise.number(0).at(seconds), 2 * noise.number(1).at(seconds));
    double far = (seconds - knock) / KNOCK_SECONDS;
    double hit = KNOCK_G * StrictMath.exp(-far * far);
    return Acceleration.UPRIGHT
        .turned(held)
        .plus(
            0.3 * noise.number(2).at(seconds * 6) + hit,
            0.3 * noise.number(3).at(seconds * 6) - hit,
            0.3 * noise.number(4).at(seconds * 6));
  }
}
