package io.vigil.sensor;

/**
 * Consecutive samples as a device sent them, decoded but not yet brought to g. It lives within one
 * operator and does not travel.
 *
 * @param participantId who wears the sensor; never empty
 * @param times microseconds since the epoch (UTC), each later than the one before
 * @param unit of x, y and z
 * @param x first axis of the device, in its unit; finite
 * @param y second axis
 * @param z third axis
 * @param activity the known activity of all these samples, or the empty string
 * @param origin the message that held them
 * @param position of the first sample: its line in the file (the samples are on consecutive lines),
 *     or the message's offset
 * @param whole whether the samples stand and fall together, as those of one message do; rows of a
 *     file do not
 */
public record DeviceBatch(
    String participantId,
    long[] times,
    Unit unit,
    float[] x,
    float[] y,
    float[] z,
    String activity,
    RawMessage origin,
    long position,
    boolean whole) {

  /** The number of samples. */
  public int size() {
    return times.length;
  }
}
