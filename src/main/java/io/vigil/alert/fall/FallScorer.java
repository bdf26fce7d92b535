package io.vigil.alert.fall;

/** Says how likely an impact is a fall. */
public interface FallScorer {
  /**
   * Scores one impact.
   *
   * @param features in the order of {@link FallFeatures#SCHEMA}
   * @return 0 for surely none to 1 for surely one
   */
  double score(double[] features);
}
