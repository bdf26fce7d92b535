package io.vigil.simulate;

/**
 * A fall, from the last moments before it to the end of lying: the body drops, hits the ground,
 * lies, and perhaps gets up.
 *
 * <p>Shape and size are those usual of simulated falls in the literature (SisFall: Sucerquia,
 * López, Vargas-Bonilla 2017): less than 0.6 g for 0.3 to 0.5 s, then a peak of 2 to 4 g of about
 * 0.1 s that rings for a fraction of a second, then gravity across the body.
 *
 * @param before how the wearer moved until then
 * @param lying how the wearer lies
 * @param impact the instant of the peak, in seconds since the day began
 * @param peakG its height
 * @param dropSeconds how long the body drops
 * @param upSeconds when the wearer begins to get up, in seconds since the day began; infinite for
 *     somebody who has to be helped
 */
record Fall(
    Motion before, Motion lying, double impact, double peakG, double dropSeconds, double upSeconds)
    implements Motion {

  /** From lying to standing. */
  static final double GETTING_UP_SECONDS = 4;

  private static final double PEAK_SECONDS = 0.1;
  private static final double RINGING_HZ = 9;
  private static final double DROPPING_G = 0.3;

  /** Whether the wearer gets up alone. */
  boolean getsUp() {
    return upSeconds < Double.POSITIVE_INFINITY;
  }

  @Override
  public Acceleration at(double seconds) {
    double drop = impact - PEAK_SECONDS / 2 - dropSeconds;
    double landed = seconds - impact + PEAK_SECONDS / 2;
    if (seconds < drop) {
      return before.at(seconds);
    }
    if (landed < 0) {
      double share = (seconds - drop) / dropSeconds;
      double weight = 1 - (1 - DROPPING_G) * Math.min(1, 4 * share);
      return before.at(seconds).mixed(lying.at(seconds), share * 0.7).times(weight);
    }
    if (landed < PEAK_SECONDS) {
      return towards(lying.at(seconds), StrictMath.sin(Math.PI * landed / PEAK_SECONDS));
    }
    if (seconds < upSeconds) {
      return ringing(lying.at(seconds), landed - PEAK_SECONDS);
    }
    return gettingUp(seconds);
  }

  /** The blow comes from the ground, the way gravity will be felt. */
  private Acceleration towards(Acceleration rest, double strength) {
    return rest.times((DROPPING_G + (peakG - DROPPING_G) * strength) / rest.length());
  }

  private Acceleration ringing(Acceleration rest, double since) {
    double swing =
        0.3
            * (peakG - 1)
            * StrictMath.exp(-since / 0.15)
            * StrictMath.sin(2 * Math.PI * RINGING_HZ * since);
    return rest.plus(swing, 0.5 * swing, swing);
  }

  private Acceleration gettingUp(double seconds) {
    double share = Math.min(1, (seconds - upSeconds) / GETTING_UP_SECONDS);
    double eased = share * share * (3 - 2 * share);
    double effort = 0.25 * StrictMath.sin(Math.PI * share);
    return lying
        .at(seconds)
        .mixed(Acceleration.UPRIGHT, eased)
        .plus(
            effort * StrictMath.sin(9 * seconds),
            effort * StrictMath.sin(7 * seconds),
            effort * StrictMath.cos(8 * seconds));
  }
}
