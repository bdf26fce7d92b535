package io.vigil.activity;

import io.vigil.sensor.Erasable;

/**
 * What a model says of one window.
 *
 * @param participantId whose
 * @param start the window's first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param activity the most probable activity, after smoothing over the windows before, or {@link
 *     Activities#UNKNOWN} where nothing can be concluded from the samples
 * @param confidence its probability, 0 to 1; 0 of an unknown one
 * @param probabilities of every class in the model's order; they add up to 1, and are equal where
 *     the activity is unknown
 * @param label the window's known activity, or the empty string; of no window the id of the erasure
 * @param model which model says so
 */
public record Prediction(
    String participantId,
    long start,
    long end,
    String activity,
    double confidence,
    double[] probabilities,
    String label,
    ModelRef model)
    implements Erasable {

  /** Word that a participant is to be forgotten: of no window. */
  public static Prediction erasure(String participantId, String id) {
    return new Prediction(
        participantId,
        Long.MIN_VALUE,
        Long.MIN_VALUE,
        Activities.UNKNOWN,
        0,
        new double[0],
        id,
        new ModelRef("", 0, ""));
  }

  @Override
  public String erasure() {
    return start == Long.MIN_VALUE ? label : "";
  }
}
