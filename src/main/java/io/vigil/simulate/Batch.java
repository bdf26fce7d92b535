package io.vigil.simulate;

/**
 * A second of samples as a sensor sends it, in raw counts of 0 to 4095.
 *
 * @param participantId who wears the sensor
 * @param deviceId the sensor
 * @param sequence number of the batch, from 1, without holes where it was made
 * @param startMicros time of the first sample, microseconds since the epoch (UTC); the others
 *     follow at {@link #RATE_HZ}
 * @param x sideways
 * @param y along the body
 * @param z forward
 * @param activity what the wearer does, or the empty string
 */
public record Batch(
    String participantId,
    String deviceId,
    int sequence,
    long startMicros,
    int[] x,
    int[] y,
    int[] z,
    String activity) {

  /** Samples a second, and in a batch. */
  public static final int RATE_HZ = 52;

  /** The time of a sample, microseconds since the epoch (UTC). */
  public long timeMicros(int sample) {
    return startMicros + Math.round(sample * 1e6 / RATE_HZ);
  }
}
