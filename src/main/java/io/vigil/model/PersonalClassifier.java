package io.vigil.model;

/**
 * The answers of everybody's forest, weighed by what is known of one wearer: {@code p ∝ p * e^(1 -
 * distance)} for a class of which the wearer's own windows are known. At one usual spread from them
 * the forest is believed as it is.
 */
final class PersonalClassifier implements Classifier {
  /** A forest is never so sure that no wearer could be an exception. */
  private static final double FLOOR = 1e-3;

  /** Farther is as far: the product must not vanish. */
  private static final double FARTHEST = 7;

  private final Classifier forest;
  private final Personal personal;

  PersonalClassifier(Classifier forest, Personal personal) {
    this.forest = forest;
    this.personal = personal;
  }

  @Override
  public void probabilities(double[] features, double[] probabilities) {
    forest.probabilities(features, probabilities);
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] += FLOOR;
      if (personal.knows(c)) {
        double distance = Math.min(FARTHEST, personal.distance(c, features));
        // StrictMath: the same bits on every processor, because golden vectors compare them.
        probabilities[c] *= StrictMath.exp(1 - distance);
      }
      sum += probabilities[c];
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= sum;
    }
  }
}
