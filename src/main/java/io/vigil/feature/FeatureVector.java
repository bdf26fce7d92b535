package io.vigil.feature;

/**
 * The features of one window.
 *
 * @param participantId whose
 * @param start the window's first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param activity the window's label, or the empty string
 * @param values in the order of {@link FeatureSchema#names()}
 */
public record FeatureVector(
    String participantId, long start, long end, String activity, double[] values) {}
