package io.vigil.train;

import io.vigil.model.Smoothing;
import java.util.List;

/**
 * How strongly neighbouring windows smooth each other; see {@link Smoothing}.
 *
 * @param stay probability that an activity goes on from one window to the next
 * @param sharpness exponent of a window's own evidence
 */
public record Strength(double stay, double sharpness) {

  /** Every window by itself. */
  public static final Strength OFF = new Strength(0, 1);

  /** To choose from: activities that last from seconds to minutes, evidence repeated or not. */
  public static final List<Strength> CANDIDATES =
      List.of(
          new Strength(0.95, 0.3),
          OFF,
          new Strength(0.9, 0.5),
          new Strength(0.9, 1),
          new Strength(0.97, 0.3),
          new Strength(0.97, 0.5),
          new Strength(0.99, 0.2),
          new Strength(0.99, 0.5),
          new Strength(0.995, 0.1),
          new Strength(0.995, 0.3));

  Smoothing with(double[] prior) {
    return new Smoothing(stay, sharpness, prior);
  }
}
