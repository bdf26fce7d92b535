package io.vigil.train.personal;

import io.vigil.model.Smoothing;
import java.util.List;

/**
 * How a model is adapted to a wearer.
 *
 * @param features those by which people differ while they do the same
 * @param spreads how far one person's windows of one activity usually lie apart, a feature each
 * @param neighbours answers that a window is compared with, the nearest of an activity
 * @param leastAnswers with fewer answers about an activity it is left to everybody's model
 * @param usualAnswers how many answers about an activity the usual spreads count as, against how
 *     far this wearer's own answers lie apart; 0 or more
 * @param smoothing where everybody's model has none: a wearer's own is sure enough to gain by it
 */
public record PersonalOptions(
    List<String> features,
    List<Double> spreads,
    int neighbours,
    int leastAnswers,
    double usualAnswers,
    Smoothing smoothing) {

  /**
   * How the sensor lies on the wearer: 0.01 g and two degrees are what one person's windows of one
   * activity differ by, in the middle of the people recorded.
   */
  public static final PersonalOptions DEFAULT =
      new PersonalOptions(
          List.of("magMean", "tilt", "tiltFwd", "tiltSide"),
          List.of(0.01, 2.0, 2.0, 2.0),
          2,
          3,
          10,
          new Smoothing(0.6, 1));

  /** Refuses what nothing can be adapted with. */
  public PersonalOptions {
    features = List.copyOf(features);
    spreads = List.copyOf(spreads);
    if (features.isEmpty() || features.size() != spreads.size()) {
      throw new IllegalArgumentException(
          "The features are %s and their spreads %s, expected one or more, and as many"
              .formatted(features, spreads));
    }
    if (!(usualAnswers >= 0) || Double.isInfinite(usualAnswers)) {
      throw new IllegalArgumentException(
          "usualAnswers is %s, expected 0 or more".formatted(usualAnswers));
    }
    if (neighbours < 1 || leastAnswers <= neighbours) {
      throw new IllegalArgumentException(
          "%d neighbours of at least %d answers, expected 1 or more, and more answers than that"
              .formatted(neighbours, leastAnswers));
    }
  }
}
