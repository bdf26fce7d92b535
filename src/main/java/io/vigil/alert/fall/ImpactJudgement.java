package io.vigil.alert.fall;

/**
 * How the detector judged an impact, whatever it came to: for those who want to know why.
 *
 * @param kind what it came to
 * @param why in a sentence
 * @param impactMicros when, microseconds since the epoch (UTC)
 * @param judgedMicros the sample's time at which it was judged, at most 3 s later
 * @param peakG the largest magnitude near the impact, in g as measured
 * @param features in the order of {@link FallFeatures#SCHEMA}
 * @param score of the model, 0 to 1
 * @param minScore from which on it is a fall
 */
public record ImpactJudgement(
    Kind kind,
    String why,
    long impactMicros,
    long judgedMicros,
    double peakG,
    double[] features,
    double score,
    double minScore) {

  /** What judging an impact comes to. */
  public enum Kind {
    FALL,
    NO_FALL,
    /** Part of the fall before it. */
    SAME_FALL,
    /** The sensor is in a hand: it is being put on or taken off. */
    NOT_WORN,
    /** The signal is too bad to say. */
    UNRELIABLE
  }

  /** A feature by its name in {@link FallFeatures#SCHEMA}. */
  public double feature(String name) {
    return features[FallFeatures.SCHEMA.names().indexOf(name)];
  }
}
