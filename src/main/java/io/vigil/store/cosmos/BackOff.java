package io.vigil.store.cosmos;

import java.util.random.RandomGenerator;

/**
 * How long to wait before a document is tried again: twice as long each time, up to a bound, and by
 * chance shorter by up to a half, so that documents that failed together do not come together.
 *
 * @param firstMillis before the second attempt, at most
 * @param mostMillis at most
 */
record BackOff(long firstMillis, long mostMillis, RandomGenerator chance) {
  private static final int MOST_DOUBLINGS = 20;

  /**
   * From a twentieth of a second to two seconds: a checkpoint waits for the unluckiest document, so
   * long pauses for single ones would hold up all.
   */
  static BackOff usual(RandomGenerator chance) {
    return new BackOff(50, 2_000, chance);
  }

  /**
   * @param number of the attempt that failed, 1 for the first
   * @param askedMillis how long the server asks us to wait at least
   */
  long millis(int number, long askedMillis) {
    long whole = Math.min(mostMillis, firstMillis << Math.min(number - 1, MOST_DOUBLINGS));
    long pause = whole - (whole > 1 ? chance.nextLong(whole / 2) : 0);
    return Math.max(askedMillis, pause);
  }
}
