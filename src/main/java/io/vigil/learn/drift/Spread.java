package io.vigil.learn.drift;

/**
 * How windows spread over bins, beside what training lets expect. Spreads of people add up, in
 * whichever order.
 *
 * @param name of the feature, or {@link #SAID}
 * @param seen windows a bin
 * @param expected of as many windows, in millionths of one, a bin
 * @param onePerson index to be expected of one person who is like the training people
 */
public record Spread(String name, long[] seen, long[] expected, double onePerson) {
  /** The name of what the model said, whose bins are its classes and the unknown. */
  public static final String SAID = "said";

  private static final double MILLIONTHS = 1e6;

  /** How much more than people differ by chance is needed. */
  private static final double CHANCE = 2;

  static Spread of(String name, double[] seen, double[] expected, double onePerson) {
    long[] own = new long[seen.length];
    long[] millionths = new long[seen.length];
    for (int b = 0; b < seen.length; b++) {
      own[b] = Math.round(seen[b]);
      millionths[b] = Math.round(expected[b] * MILLIONTHS);
    }
    return new Spread(name, own, millionths, onePerson);
  }

  /** Both together. */
  public Spread and(Spread other) {
    long[] own = seen.clone();
    long[] millionths = expected.clone();
    for (int b = 0; b < own.length; b++) {
      own[b] += other.seen[b];
      millionths[b] += other.expected[b];
    }
    return new Spread(name, own, millionths, onePerson);
  }

  /** Windows seen. */
  public long windows() {
    long sum = 0;
    for (long count : seen) {
      sum += count;
    }
    return sum;
  }

  /** The share of a bin that was expected. */
  public double expectedShare(int bin) {
    double sum = 0;
    for (long part : expected) {
      sum += part;
    }
    return sum == 0 ? 0 : expected[bin] / sum;
  }

  /** How far the two lie apart; see {@link StabilityIndex}. */
  public double index() {
    double[] own = new double[seen.length];
    double[] windows = new double[seen.length];
    for (int b = 0; b < seen.length; b++) {
      own[b] = seen[b];
      windows[b] = expected[b] / MILLIONTHS;
    }
    return StabilityIndex.of(own, windows);
  }

  /**
   * How far they may lie apart. The usual limit is for thousands of independent customers; a few
   * people differ from a few others without any drift, the more the fewer they are: in proportion
   * to 1/seen + 1/trained, as the index's expectation is to sample sizes (Yurdakul and Naranjo,
   * "Statistical properties of the population stability index", Journal of Risk Model Validation,
   * 2020). How much one person does is measured in training.
   *
   * @param people seen, 1 or more
   * @param trained people of the training
   */
  public double limit(int people, int trained) {
    return StabilityIndex.LARGE + CHANCE * onePerson * (1.0 / people + 1.0 / trained);
  }
}
