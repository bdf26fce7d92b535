package io.vigil.sensor.packed;

import io.vigil.sensor.SampleBatch;

/**
 * Samples as the counts of the device that took them: a sensor of 350 counts a g gives one in six
 * of the steps of {@link SampleBatch}, so that its counts have two and a half bits less. Where
 * samples are on no known device's counts they stay as they are.
 */
final class Counts {
  /** Counts a g of usual devices; what is not among them is only packed less well. */
  private static final int[] USUAL = {350, 1000, 128, 256, 512, 1024};

  /** Steps in a g are two to this. */
  private static final int STEPS_BITS = Integer.numberOfTrailingZeros(SampleBatch.PER_G);

  private static final long HALF = 1L << Integer.SIZE - 1;

  /** Turned to counts when last asked, in these of a g; most often it is the same again. */
  private int last;

  /**
   * Turns samples in steps to counts, where each comes back as it was.
   *
   * @return counts a g, or 0 where they stay in steps
   */
  int take(long[] steps, int size) {
    if (size == 0) {
      return 0;
    }
    for (int tried = 0; tried < USUAL.length; tried++) {
      int candidate = (last + tried) % USUAL.length;
      if (take(steps, size, USUAL[candidate])) {
        last = candidate;
        return USUAL[candidate];
      }
    }
    return 0;
  }

  private static boolean take(long[] steps, int size, int perG) {
    long perCount = perCount(perG);
    for (int i = 0; i < size; i++) {
      long count = steps[i] * perG + SampleBatch.PER_G / 2 >> STEPS_BITS;
      if (count * perCount + HALF >> Integer.SIZE != steps[i]) {
        back(steps, i, perG);
        return false;
      }
      steps[i] = count;
    }
    return true;
  }

  /** Turns counts back to steps. */
  static void back(long[] counts, int size, int perG) {
    long perCount = perCount(perG);
    for (int i = 0; i < size; i++) {
      counts[i] = counts[i] * perCount + HALF >> Integer.SIZE;
    }
  }

  /** Steps in a count, as a whole number of 2^-32: a division a sample would take longer. */
  private static long perCount(int perG) {
    return ((long) SampleBatch.PER_G << Integer.SIZE) / perG;
  }
}
