package io.vigil.lake;

/** How sure a model was, in numbers that files can be searched by. */
final class Doubt {

  /** The greatest probability less the second; 0 to 1, the smaller the less sure. */
  static double margin(double[] probabilities) {
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
    return first - second;
  }

  /**
   * 0 where one class has all the probability, the logarithm of their number where all are equal.
   */
  static double entropyBits(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      sum -= p > 0 ? p * StrictMath.log(p) : 0;
    }
    return sum / StrictMath.log(2);
  }

  private Doubt() {}
}
