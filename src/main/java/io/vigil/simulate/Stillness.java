package io.vigil.simulate;

/** Sitting, standing or lying: a posture that drifts, breath, and bursts of small movement. */
final class Stillness implements Motion {
  private static final double BREATHS_PER_SECOND = 0.27;
  private static final double BREATH_G = 0.004;
  private static final double BURST_SECONDS = 1.5;

  private final StillStyle style;
  private final Tilt posture;
  private final double restless;
  private final SmoothNoise noise;

  /**
   * @param fidget how much more (above 1) or less of the time this wearer moves than others
   */
  Stillness(StillStyle style, Tilt posture, double fidget, long seed) {
    this.style = style;
    this.posture = posture;
    this.restless = Math.min(0.9, style.restless() * fidget);
    this.noise = new SmoothNoise(seed);
  }

  @Override
  public Acceleration at(double seconds) {
    double wander = Math.toRadians(style.wanderDegrees());
    double breath = BREATH_G * StrictMath.sin(2 * Math.PI * BREATHS_PER_SECOND * seconds);
    double burst = style.amplitude() * burst(seconds);
    double swing = 2 * style.swingHz() * seconds;
    return Acceleration.UPRIGHT
        .turned(
            posture.plus(
                wander * noise.number(0).at(seconds / 9),
                wander * noise.number(1).at(seconds / 11)))
        .plus(
            burst * noise.number(2).at(swing),
            burst * 0.8 * noise.number(3).at(swing * 1.3),
            burst * noise.number(4).at(swing) + breath);
  }

  private double burst(double seconds) {
    double curve = (1 + noise.number(5).at(seconds / BURST_SECONDS)) / 2;
    return Math.max(0, Math.min(1, 8 * (curve - (1 - restless))));
  }
}
