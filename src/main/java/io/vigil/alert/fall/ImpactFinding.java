package io.vigil.alert.fall;

/**
 * An impact that looks like a fall.
 *
 * @param verdict what it is taken for
 * @param impactMicros when, microseconds since the epoch
 * @param raisedMicros the sample's time at which it was found, at most 3 s later
 * @param peakG the largest magnitude near the impact, in g as measured, up to 15.9
 * @param postureChangeDegrees from before to after, 0 to 180
 * @param stillSeconds how long the person has lain still by then
 * @param score of the model, 0 to 1
 */
public record ImpactFinding(
    Verdict verdict,
    long impactMicros,
    long raisedMicros,
    double peakG,
    double postureChangeDegrees,
    double stillSeconds,
    double score) {

  /** What an impact is taken for. */
  public enum Verdict {
    /** A fall: somebody should be told. */
    FALL,
    /** The sensor moves as it does in a hand: it is being put on or taken off. */
    NOT_WORN,
    /** The signal is too bad to say. */
    UNRELIABLE
  }
}
