package io.vigil.learn;

/** How unsure a model is of a window, as one number from 0 (sure) to 1. */
public enum Doubt {
  /** 1 less the distance of the two most probable activities: whether a second one was close. */
  MARGIN {
    @Override
    public double of(double[] probabilities) {
      double first = 0;
      double second = 0;
      for (double p : probabilities) {
        if (p > first) {
          second = first;
          first = p;
        } else if (p > second) {
          second = p;
        }
      }
      return 1 - (first - second);
    }
  },

  /** The entropy, as a share of the greatest there can be: whether anything at all was close. */
  ENTROPY {
    @Override
    public double of(double[] probabilities) {
      double sum = 0;
      for (double p : probabilities) {
        if (p > 0) {
          // StrictMath: the same choice on every processor, because a replay must repeat it.
          sum -= p * StrictMath.log(p);
        }
      }
      return probabilities.length < 2 ? 0 : sum / StrictMath.log(probabilities.length);
    }
  };

  /**
   * The doubt in an answer.
   *
   * @param probabilities of every class; they add up to 1
   */
  public abstract double of(double[] probabilities);
}
