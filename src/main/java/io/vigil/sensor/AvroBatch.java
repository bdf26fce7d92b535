package io.vigil.sensor;

import java.time.Instant;

/**
 * A batch as a publisher sends it in Avro; the fields are those of {@code
 * sensor/sample-batch.avsc}.
 *
 * @param participantId who wears the sensor
 * @param deviceId of the sensor, for the publisher's own use
 * @param sequence of the message, for the publisher's own use
 * @param start the moment from which the samples count
 * @param rateHz samples a second
 * @param unit of the samples
 * @param step what 1 in x, y and z is, in the unit
 * @param x first axis of the device
 * @param y second axis
 * @param z third axis
 * @param offsetsMicros of every sample from the start, rising; empty at a steady rate
 * @param activity the known activity, or the empty string
 */
public record AvroBatch(
    String participantId,
    String deviceId,
    long sequence,
    Instant start,
    double rateHz,
    Unit unit,
    double step,
    int[] x,
    int[] y,
    int[] z,
    long[] offsetsMicros,
    String activity) {

  /** Raw counts at a steady rate, without a known activity. */
  public static AvroBatch ofCounts(
      String participantId, Instant start, double rateHz, int[] x, int[] y, int[] z) {
    return new AvroBatch(
        participantId, "", 0, start, rateHz, Unit.RAW, 1, x, y, z, new long[0], "");
  }

  /** The same with the activity known. */
  public AvroBatch withActivity(String known) {
    return new AvroBatch(
        participantId,
        deviceId,
        sequence,
        start,
        rateHz,
        unit,
        step,
        x,
        y,
        z,
        offsetsMicros,
        known);
  }

  /** The same with an offset for every sample. */
  public AvroBatch withOffsetsMicros(long[] offsets) {
    return new AvroBatch(
        participantId, deviceId, sequence, start, rateHz, unit, step, x, y, z, offsets, activity);
  }

  /** The same in another unit, of which the integers count steps. */
  public AvroBatch withUnit(Unit other, double stepInUnit) {
    return new AvroBatch(
        participantId,
        deviceId,
        sequence,
        start,
        rateHz,
        other,
        stepInUnit,
        x,
        y,
        z,
        offsetsMicros,
        activity);
  }
}
