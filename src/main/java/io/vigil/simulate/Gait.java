package io.vigil.simulate;

/** Walking in a style: harmonics of the step, not quite even, and something that is neither. */
final class Gait implements Motion {
  /** Along the body the second harmonic leads by this (measured, rounded), in radians. */
  private static final double SECOND_AHEAD = 1.2;

  /** Forward, the step itself lags by this, in radians. */
  private static final double FORWARD_BEHIND = -1.3;

  private static final double REST_HZ = 7;
  private static final double PAUSE_SECONDS = 5;

  private final GaitStyle style;
  private final Person person;
  private final Tilt posture;
  private final SmoothNoise noise;

  Gait(GaitStyle style, Person person, long seed) {
    this.style = style;
    this.person = person;
    this.noise = new SmoothNoise(seed);
    this.posture =
        Tilt.degrees(
            style.leanDegrees() * person.lean() + 2 * noise.number(20).at(0),
            2 * noise.number(21).at(0));
  }

  @Override
  public Acceleration at(double seconds) {
    double steps =
        person.stepsPerSecond() * style.cadence() * seconds
            + style.wander() * noise.number(0).at(seconds / 4);
    double height = person.vigour() * pace(seconds) * (1 + 0.2 * noise.number(1).at(seconds * 1.3));
    double rest = style.rest() * height;
    return Acceleration.UPRIGHT
        .plus(
            height * wave(0, style.x(), steps) + rest * noise.number(2).at(seconds * REST_HZ),
            height * wave(1, style.y(), steps) + rest * noise.number(3).at(seconds * REST_HZ),
            height * wave(2, style.z(), steps) + rest * noise.number(4).at(seconds * REST_HZ))
        .turned(
            posture.plus(
                0.04 * noise.number(5).at(seconds / 3), 0.04 * noise.number(6).at(seconds / 3)));
  }

  /** 1 while walking, 0 in a pause, between the two for a moment. */
  private double pace(double seconds) {
    double curve = noise.number(7).at(seconds / PAUSE_SECONDS);
    double level = 2 * style.walking() - 1;
    return Math.max(0.03, Math.min(1, 0.5 + (level - curve) * 4));
  }

  private double wave(int axis, double[] amplitudes, double steps) {
    double sum = 0;
    for (int k = 0; k < amplitudes.length; k++) {
      double angle = 2 * Math.PI * GaitStyle.MULTIPLES[k] * steps + phase(axis, k);
      sum += amplitudes[k] * StrictMath.cos(angle);
    }
    return sum;
  }

  private double phase(int axis, int multiple) {
    if (axis == 1 && multiple == 1) {
      return 0;
    }
    if (axis == 1 && multiple == 3) {
      return SECOND_AHEAD;
    }
    if (axis == 2 && multiple == 1) {
      return FORWARD_BEHIND;
    }
    return person.phase(axis, multiple);
  }
}
