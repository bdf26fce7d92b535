package io.vigil.learn;

/**
 * Draws one in so many windows, by nothing but whose it is and when it starts: a replay draws the
 * same ones, and nothing about a window can make it more or less likely.
 */
final class UniformDraw {
  private final int oneIn;

  /**
   * @param oneIn 0 for none
   */
  UniformDraw(int oneIn) {
    this.oneIn = oneIn;
  }

  boolean draws(String participantId, long start) {
    return oneIn > 0
        && Long.remainderUnsigned(mix(mix(participantId.hashCode()) ^ start), oneIn) == 0;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every other. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
