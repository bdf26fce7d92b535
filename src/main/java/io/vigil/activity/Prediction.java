package io.vigil.activity;

/**
 * What a model says of one window.
 *
 * @param participantId whose
 * @param start the window's first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param activity the most probable activity, after smoothing over the windows before
 * @param confidence its probability, 0 to 1
 * @param probabilities of every class in the model's order; they add up to 1
 * @param label the window's known activity, or the empty string
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
    ModelRef model) {}
