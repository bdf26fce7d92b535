package io.vigil.simulate;

/**
 * Noise that is a pure function of time: random values from -1 to 1 at whole numbers, joined by a
 * smooth curve. It needs no state, so any instant can be asked for in any order.
 *
 * @param seed another seed is another curve
 */
record SmoothNoise(long seed) {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  double at(double place) {
    double below = Math.floor(place);
    double share = place - below;
    double eased = share * share * (3 - 2 * share);
    double left = value((long) below);
    return left + (value((long) below + 1) - left) * eased;
  }

  /** Another curve that belongs to this one. */
  SmoothNoise number(int number) {
    return new SmoothNoise(mix(seed + number * 0x632BE59BD9B4E019L));
  }

  /** A number from -1 to 1 that follows from the seed and the place alone. */
  private double value(long place) {
    return (mix(seed + place * GOLDEN_RATIO) >> 11) * 0x1.0p-52;
  }

  /**
   * The finaliser of SplittableRandom (Steele, Lea, Flood 2014): every bit depends on every bit.
   */
  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
