package io.vigil.sensor;

/**
 * Consecutive samples as a device sent them, decoded but not yet brought to g.
 *
 * @param participantId who wears the sensor; never empty
 * @param times microseconds since the epoch (UTC), ascending
 * @param unit {@code g}, {@code m/s2}, {@code mg} or {@code raw}
 * @param x first axis of the device, in its unit; finite
 * @param y second axis
 * @param z third axis
 * @param activity the known activity of all these samples, or the empty string
 * @param place where they came from, for messages: file and line, or partition and offset
 */
public record DeviceBatch(
    String participantId,
    long[] times,
    String unit,
    float[] x,
    float[] y,
    float[] z,
    String activity,
    String place) {

  /** The number of samples. */
  public int size() {
    return times.length;
  }
}
