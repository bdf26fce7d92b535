package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.Set;

/**
 * Labels that cannot be right: an activity of moving, on a window in which nothing moves. Such
 * windows are left out of training, and never out of evaluation.
 *
 * @param feature place of the feature that says how much the body moves
 * @param least the least that a moving body shows in it
 * @param moving the labels that say the body moves
 */
public record Plausibility(int feature, double least, Set<String> moving) {
  /** Every label is taken as right. */
  public static final Plausibility ANY = new Plausibility(0, Double.NEGATIVE_INFINITY, Set.of());

  public Plausibility {
    moving = Set.copyOf(moving);
  }

  boolean holds(FeatureVector window) {
    return !moving.contains(window.activity()) || window.values()[feature] >= least;
  }
}
