package io.vigil.sensor.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits one after the other, the lowest of a byte first; used again and again. */
final class BitOutput {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A number is cut into pieces of so many bits, each followed by whether there is another. */
  static final int PIECE = 4;

  /** From here on a number is taken for a moment, which lies near other moments. */
  static final long MOMENTS_FROM = 1L << 40;

  private byte[] bytes = new byte[4096];
  private int size;
  private long pending;
  private int filled;
  private long moment;

  /** Begins anew. */
  void clear() {
    size = 0;
    pending = 0;
    filled = 0;
    moment = 0;
  }

  /**
   * The lowest bits of a value that has none above them.
   *
   * @param count 0 to 64
   */
  void bits(long value, int count) {
    pending |= value << filled;
    filled += count;
    if (filled >= Long.SIZE) {
      flush();
      filled -= Long.SIZE;
      pending = filled == 0 ? 0 : value >>> (count - filled);
    }
  }

  /** Some of the values, each in so many bits. */
  void all(long[] values, int from, int to, int width) {
    for (int i = from; i < to; i++) {
      bits(values[i], width);
    }
  }

  /** Some of the values, each as the ones and the zero of its high bits, and so many low bits. */
  void twoParts(long[] values, int from, int to, int low) {
    long mask = (1L << low) - 1;
    long word = pending;
    int used = filled;
    for (int i = from; i < to; i++) {
      long value = values[i];
      int ones = (int) (value >>> low);
      long bits = (1L << ones) - 1 | (value & mask) << ones + 1;
      int count = ones + 1 + low;
      word |= bits << used;
      used += count;
      if (used >= Long.SIZE) {
        pending = word;
        flush();
        used -= Long.SIZE;
        word = used == 0 ? 0 : bits >>> count - used;
      }
    }
    pending = word;
    filled = used;
  }

  void bit(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /** A number without a sign, in as many pieces as it needs. */
  void number(long value) {
    long left = value;
    long pieces = 0;
    int count = 0;
    while (left >>> PIECE != 0) {
      if (count + 2 * (PIECE + 1) > Long.SIZE) {
        bits(pieces, count);
        pieces = 0;
        count = 0;
      }
      pieces |= (left & (1 << PIECE) - 1 | 1 << PIECE) << count;
      count += PIECE + 1;
      left >>>= PIECE;
    }
    bits(pieces | left << count, count + PIECE + 1);
  }

  /** A number with a sign: one near 0 is short, and so is the lowest, which stands for none. */
  void signed(long value) {
    number(zigzag(value) + 1);
  }

  /** A number that may be a moment in microseconds: one near the moment before it is short. */
  void moment(long value) {
    boolean near = value != Long.MIN_VALUE && Math.abs(value) >= MOMENTS_FROM;
    bit(near);
    if (near) {
      signed(value - moment);
      moment = value;
    } else {
      signed(value);
    }
  }

  /** The bytes so far, filled up with zeros; valid until the next call. */
  byte[] bytes() {
    if (bytes.length < size + Long.BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    LONGS.set(bytes, size, pending);
    return bytes;
  }

  /** How many of {@link #bytes} count. */
  int size() {
    return size + (filled + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Numbers near 0 as small ones without a sign. */
  static long zigzag(long value) {
    return value << 1 ^ value >> Long.SIZE - 1;
  }

  private void flush() {
    if (bytes.length < size + Long.BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    LONGS.set(bytes, size, pending);
    size += Long.BYTES;
  }
}
