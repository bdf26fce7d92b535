package io.vigil.simulate;

/**
 * How the chest moves while its wearer walks, as a sum of harmonics of the step.
 *
 * <p>The figures are rounded medians over twelve recordings of UCI data set 287 (chest, 52 Hz),
 * each in that wearer's own g and over windows of 4.9 s with movement in them: amplitudes at half,
 * one, one and a half, two, three and four times the step frequency. While walking that is 1.9
 * steps a second (1.6 to 1.95), 0.27 g along the body and 0.14 g forward, the forward wave 1.3 rad
 * behind; stairs are climbed at 1.7 steps a second, leaning 7° (0 to 16°) forward, less regularly;
 * who talks while walking takes 1.7 steps a second at about 0.7 of the height, and stops often.
 *
 * @param cadence step frequency as a share of the wearer's own while walking
 * @param leanDegrees forward, beyond upright
 * @param x amplitudes sideways in g, at the multiples {@link #MULTIPLES} of the step frequency
 * @param y amplitudes along the body
 * @param z amplitudes forward
 * @param rest movement that is no harmonic of the step, in g
 * @param wander how far the steps run ahead of or behind an even beat, in steps
 * @param walking share of the time in which the wearer does walk
 */
record GaitStyle(
    double cadence,
    double leanDegrees,
    double[] x,
    double[] y,
    double[] z,
    double rest,
    double wander,
    double walking) {

  static final double[] MULTIPLES = {0.5, 1, 1.5, 2, 3, 4};

  static final GaitStyle WALKING =
      new GaitStyle(
          1.0,
          0,
          new double[] {0.07, 0.11, 0.06, 0.05, 0.04, 0.03},
          new double[] {0.035, 0.27, 0.035, 0.07, 0.07, 0.04},
          new double[] {0.06, 0.135, 0.035, 0.08, 0.05, 0.025},
          0.15,
          0.35,
          1.0);

  static final GaitStyle STAIRS =
      new GaitStyle(
          0.9,
          7,
          new double[] {0.09, 0.08, 0.045, 0.04, 0.025, 0.015},
          new double[] {0.05, 0.29, 0.05, 0.09, 0.05, 0.025},
          new double[] {0.06, 0.12, 0.045, 0.065, 0.03, 0.015},
          0.2,
          0.5,
          1.0);

  static final GaitStyle WALKING_AND_TALKING =
      new GaitStyle(
          0.92,
          0,
          new double[] {0.06, 0.06, 0.05, 0.03, 0.03, 0.02},
          new double[] {0.025, 0.20, 0.03, 0.075, 0.06, 0.035},
          new double[] {0.05, 0.105, 0.025, 0.06, 0.03, 0.02},
          0.16,
          0.5,
          0.75);
}
