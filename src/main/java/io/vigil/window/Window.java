package io.vigil.window;

/**
 * A full window of one participant's samples, at the model's rate.
 *
 * @param participantId whose
 * @param start its first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param x sideways, in g of the device profile (not yet calibrated to the wearer)
 * @param y along the body, in g
 * @param z forward, in g
 * @param activity the label that most of its samples carry, or the empty string
 */
public record Window(
    String participantId, long start, long end, float[] x, float[] y, float[] z, String activity) {

  /** The same samples of another activity. */
  public Window labelled(String other) {
    return new Window(participantId, start, end, x, y, z, other);
  }
}
