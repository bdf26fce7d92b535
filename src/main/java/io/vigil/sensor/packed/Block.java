package io.vigil.sensor.packed;

import java.util.Arrays;

/**
 * A few numbers without a sign, in one of three ways: not at all, because all are 0; each in two
 * parts, as Rice has it ("Some practical universal noiseless coding techniques", JPL 1979), its
 * high bits as so many ones and a zero, its low bits as they are; or, where one of them stands out
 * too far for that, each in the bits that the widest needs.
 */
final class Block {
  /** Says how: 0 for not at all, 1 to 25 for two parts with one low bit less, else a width. */
  private static final int HOW_BITS = 5;

  private static final int MOST_LOW = 24;
  private static final int WIDE = MOST_LOW + 2;
  private static final int WIDTH_BITS = 7;

  /** With these, a number in two parts is at most 49 bits. */
  private static final int MOST_ONES = 24;

  static void write(long[] values, int from, int to, BitOutput out) {
    long sum = 0;
    long all = 0;
    long most = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
      all |= values[i];
      most = Math.max(most, values[i]);
    }
    if (all == 0) {
      out.bits(0, HOW_BITS);
      return;
    }
    int widest = Long.SIZE - Long.numberOfLeadingZeros(all);
    int low = widest > MOST_LOW + 1 ? -1 : low(sum, to - from);
    if (low < 0 || most >= (long) MOST_ONES + 1 << low) {
      out.bits(WIDE, HOW_BITS);
      out.bits(widest, WIDTH_BITS);
      out.all(values, from, to, widest);
    } else {
      out.bits(1 + low, HOW_BITS);
      out.twoParts(values, from, to, low);
    }
  }

  /** The low bits that do best for differences of this mean: the logarithm of 0.7 of it. */
  private static int low(long sum, int count) {
    long mean = 7 * sum / (10L * count);
    return mean == 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(mean);
  }

  static void read(long[] values, int from, int to, BitInput in) {
    int how = (int) in.bits(HOW_BITS);
    if (how == 0) {
      Arrays.fill(values, from, to, 0);
    } else if (how < WIDE) {
      in.twoParts(values, from, to, how - 1);
    } else {
      int width = (int) in.bits(WIDTH_BITS);
      for (int i = from; i < to; i++) {
        values[i] = in.bits(width);
      }
    }
  }

  private Block() {}
}
