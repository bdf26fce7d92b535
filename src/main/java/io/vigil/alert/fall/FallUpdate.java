package io.vigil.alert.fall;

/**
 * What became of a fall.
 *
 * @param kind of news
 * @param impactMicros of the fall, as in its finding
 * @param peakG as in its finding
 * @param postureChangeDegrees as in its finding
 * @param atMicros when it was seen, microseconds since the epoch
 * @param stillSeconds how long the person has lain still without a break
 */
public record FallUpdate(
    Kind kind,
    long impactMicros,
    double peakG,
    double postureChangeDegrees,
    long atMicros,
    int stillSeconds) {

  /** Kinds of news. */
  public enum Kind {
    /** The person is up again: severity down. */
    RECOVERED,
    /** The person does not move: severity up; told again as it lasts. */
    LYING_STILL
  }
}
