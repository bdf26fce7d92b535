package io.vigil.window;

import io.vigil.sensor.Erasable;

/**
 * A full window of one participant's samples, at the model's rate.
 *
 * @param participantId whose
 * @param start its first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param x sideways, in g of the device profile (not yet calibrated to the wearer)
 * @param y along the body, in g
 * @param z forward, in g
 * @param activity the label that most of its samples carry, or the empty string; without samples
 *     the id of the erasure
 */
public record Window(
    String participantId, long start, long end, float[] x, float[] y, float[] z, String activity)
    implements Erasable {

  /** Word that a participant is to be forgotten: a window without samples. */
  public static Window erasure(String participantId, String id) {
    return new Window(
        participantId,
        Long.MIN_VALUE,
        Long.MIN_VALUE,
        new float[0],
        new float[0],
        new float[0],
        id);
  }

  @Override
  public String erasure() {
    return x.length == 0 ? activity : "";
  }

  /** The same samples of another activity. */
  public Window labelled(String other) {
    return new Window(participantId, start, end, x, y, z, other);
  }
}
