package io.vigil.simulate;

/**
 * How little somebody moves who does not walk.
 *
 * <p>The figures are rounded from twelve recordings of UCI data set 287, as the standard deviation
 * an axis of windows of 2 s: at the computer 0.01 g (one window in ten above 0.02 to 0.06 g),
 * standing 0.012 g (one in ten, a step aside, 0.1 g or more), talking while standing 0.02 to 0.03 g
 * with swings of 0.4 to 0.6 Hz (one in ten above 0.07 g). The sensor's own noise is in them: 3
 * counts, 0.008 g.
 *
 * @param wanderDegrees how far the posture drifts
 * @param restless share of the time with movement in it
 * @param amplitude of that movement, in g
 * @param swingHz how fast it is
 */
record StillStyle(double wanderDegrees, double restless, double amplitude, double swingHz) {

  static final StillStyle AT_COMPUTER = new StillStyle(2.5, 0.25, 0.07, 2);
  static final StillStyle STANDING = new StillStyle(2.5, 0.25, 0.25, 2);
  static final StillStyle TALKING = new StillStyle(4, 0.5, 0.13, 1.1);
  static final StillStyle LYING = new StillStyle(0.7, 0.02, 0.02, 1);
}
