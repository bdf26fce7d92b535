package io.vigil.feature;

/**
 * What is remembered of one wearer between windows: the reference learned so far, and the last half
 * minute. Plain fields, because checkpoints hold it.
 */
public final class WearerState {
  private static final double NO_DIRECTION = 1e-9;

  /** What 1 g measures on this wearer's sensor, in g of the device profile. */
  public double gravity = 1.0;

  /** Still windows learned from, the prior's weight included. */
  public double stillWindows = ReferenceLearner.PRIOR_WINDOWS;

  /** Mean direction of gravity while walking, on the sensor's axes; about 1 long. */
  public double upX;

  public double upY = 1.0;
  public double upZ;

  /** ln of the standard deviation of the acceleration's magnitude while walking, in true g. */
  public double walkingLogSd = ReferenceLearner.PRIOR_WALKING_LOG_SD;

  /** Walking windows learned from, the prior's weight included. */
  public double walkingWindows = ReferenceLearner.PRIOR_WINDOWS;

  /** Whether the axes changed places, and nobody has walked since to show which way is up. */
  public boolean jumped;

  /** Walking windows in a row that agree with {@link #upX} and the others after a jump. */
  public int agreeing;

  /** Walking windows in a row that contradict them. */
  public int contradicting;

  /** The direction that these show, added up. */
  public double otherX;

  public double otherY;
  public double otherZ;

  /** Running means of the context's quantities; empty before the first window. */
  public double[] contextMeans = {};

  /** Running variances of the context's quantities. */
  public double[] contextVariances = {};

  /** End of the last window, microseconds since the epoch (UTC). */
  public long lastEnd = Long.MIN_VALUE;

  /**
   * The reference as it stands. While walking windows contradict each other to the point of showing
   * no direction, as on the way to a sensor worn upside down, up is where the profile has it.
   */
  public WearerReference reference() {
    double length = Math.sqrt(upX * upX + upY * upY + upZ * upZ);
    if (length < NO_DIRECTION) {
      return new WearerReference(gravity, 0, 1, 0, walkingLogSd);
    }
    return new WearerReference(gravity, upX / length, upY / length, upZ / length, walkingLogSd);
  }
}
