package io.vigil.feature;

/**
 * The features of one window.
 *
 * @param participantId whose
 * @param start the window's first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param activity the window's label, or the empty string
 * @param values in the order of {@link FeatureSchema#names()}
 * @param doubtful whether nothing can be concluded from them: the samples are none that a worn
 *     sensor gives, or the sensor no longer sits as it was learned to
 */
public record FeatureVector(
    String participantId,
    long start,
    long end,
    String activity,
    double[] values,
    boolean doubtful) {

  /** Features that can be relied on. */
  public FeatureVector(
      String participantId, long start, long end, String activity, double[] values) {
    this(participantId, start, end, activity, values, false);
  }
}
