package io.vigil.simulate;

/**
 * A part of a day in which somebody does one thing.
 *
 * @param activity its name, or the empty string where it has none
 * @param start in seconds since the day began
 * @param end the first second after it
 * @param motion how the body moves
 */
record Stretch(String activity, int start, int end, Motion motion) {

  /** From the motion before to this one; people do not change at once. */
  private static final double CHANGE_SECONDS = 1.5;

  Acceleration at(double seconds, Stretch before) {
    double share = (seconds - start) / CHANGE_SECONDS;
    Acceleration now = motion.at(seconds);
    // A fall knows for itself what it follows.
    return share >= 1 || motion instanceof Fall ? now : before.motion.at(seconds).mixed(now, share);
  }
}
