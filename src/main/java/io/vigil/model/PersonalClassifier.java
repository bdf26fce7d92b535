package io.vigil.model;

/**
 * The answers of everybody's forest, weighed by what is known of one wearer: {@code p ∝ p * (n e^(1
 * - distance) + 1) / (n + 1)} for a class of which n windows of the wearer are known. At one of the
 * wearer's spreads from them the forest is believed as it is; and as after n of n the next may
 * still be otherwise (Laplace's rule), no distance rules a class out.
 */
final class PersonalClassifier implements Classifier {
  /** A forest is never so sure that no wearer could be an exception. */
  private static final double FLOOR = 1e-3;

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
        int known = personal.windows()[c].length;
        // StrictMath: the same bits on every processor, because golden vectors compare them.
        double near = StrictMath.exp(1 - personal.distance(c, features));
        probabilities[c] *= (known * near + 1) / (known + 1);
      }
      sum += probabilities[c];
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= sum;
    }
  }
}
