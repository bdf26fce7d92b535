package io.vigil.alert;

/**
 * Half a second of a participant's samples, summed up.
 *
 * @param start its first instant, microseconds since the epoch (UTC); a whole multiple of the
 *     length
 * @param samples how many; at least 1
 * @param x mean, in g of the device profile
 * @param y mean
 * @param z mean
 * @param variance of the acceleration about its mean, the axes' added up, in g²; 0 for one sample
 * @param stuck samples that repeat the one before on all axes, or on one axis beyond what a person
 *     at rest can measure
 * @param expected samples that the sensor's rate would fill it with
 */
public record Block(
    long start,
    int samples,
    double x,
    double y,
    double z,
    double variance,
    int stuck,
    double expected) {

  /** Length of a block in microseconds. */
  public static final long MICROS = 500_000;

  /** The first instant after it. */
  public long end() {
    return start + MICROS;
  }

  /** The length of the mean acceleration: about 1 g at rest. */
  public double gravity() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** The standard deviation of the acceleration, in g. */
  public double deviation() {
    return Math.sqrt(variance);
  }
}
