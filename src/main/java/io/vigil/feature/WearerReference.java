package io.vigil.feature;

import java.io.Serializable;

/**
 * What is normal for one wearer, learned without labels.
 *
 * @param gravity what 1 g measures on this wearer's sensor, in g of the device profile; above 0
 * @param upX x of the upright direction on the sensor's axes; the three make a vector of length 1
 * @param upY y of it
 * @param upZ z of it
 * @param walkingLogSd ln of the standard deviation of the acceleration's magnitude while walking,
 *     in true g
 */
public record WearerReference(
    double gravity, double upX, double upY, double upZ, double walkingLogSd)
    implements Serializable {
  /** Of somebody of whom nothing was learned yet: the device profile is right. */
  public static final WearerReference UNKNOWN =
      new WearerReference(1, 0, 1, 0, ReferenceLearner.PRIOR_WALKING_LOG_SD);
}
