package io.vigil.sensor.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what a {@link BitOutput} wrote; used again and again. */
final class BitInput {
  /** Bytes behind the last that must be there, so that whole longs can be read. */
  static final int SPARE = 2 * Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What one look into the bytes can give at any place within a byte. */
  private static final int AT_ONCE = Long.SIZE - Byte.SIZE + 1;

  /** Of the pieces of a number within one look: the bits that say whether there is another. */
  private static final long MORE = more();

  private static final int MOST = 1 << 24;

  private byte[] bytes = new byte[4096];
  private long place;
  private long moment;

  /** Makes room for so many bytes, to be filled by the caller, and begins with the first. */
  byte[] begin(int size) {
    if (bytes.length < size + SPARE) {
      bytes = new byte[2 * size + SPARE];
    }
    place = 0;
    moment = 0;
    return bytes;
  }

  long bits(int count) {
    if (count > AT_ONCE) {
      long low = bits(Integer.SIZE);
      return low | bits(count - Integer.SIZE) << Integer.SIZE;
    }
    if (count == 0) {
      return 0;
    }
    int at = (int) (place >>> 3);
    if (at > bytes.length - Long.BYTES) {
      throw damaged();
    }
    long word = (long) LONGS.get(bytes, at);
    long value = word >>> (place & 7) & -1L >>> Long.SIZE - count;
    place += count;
    return value;
  }

  /** Numbers whose high bits are so many ones and a zero, each at most 56 bits in all. */
  void twoParts(long[] values, int from, int to, int low) {
    long mask = (1L << low) - 1;
    long at = place;
    int last = bytes.length - Long.BYTES;
    long word = 0;
    int left = 0;
    for (int i = from; i < to; i++) {
      int ones = Long.numberOfTrailingZeros(~word);
      int count = ones + 1 + low;
      if (count > left) {
        int index = (int) (at >>> 3);
        if (index > last) {
          throw damaged();
        }
        word = (long) LONGS.get(bytes, index) >>> (at & 7);
        left = Long.SIZE - (int) (at & 7);
        ones = Long.numberOfTrailingZeros(~word);
        count = ones + 1 + low;
      }
      values[i] = (long) ones << low | word >>> ones + 1 & mask;
      word >>>= count;
      left -= count;
      at += count;
    }
    place = at;
  }

  boolean bit() {
    return bits(1) != 0;
  }

  /** All pieces in one look where they fit it, as they do up to 44 bits. */
  long number() {
    int at = (int) (place >>> 3);
    if (at > bytes.length - Long.BYTES) {
      throw damaged();
    }
    long word = (long) LONGS.get(bytes, at) >>> (place & 7);
    long last = ~word & MORE;
    if (last == 0) {
      return longNumber();
    }
    place += Long.numberOfTrailingZeros(last) + 1;
    long left = word & (last ^ last - 1);
    long value = 0;
    for (int shift = 0; left != 0; shift += BitOutput.PIECE) {
      value |= (left & (1 << BitOutput.PIECE) - 1) << shift;
      left >>>= BitOutput.PIECE + 1;
    }
    return value;
  }

  private long longNumber() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BitOutput.PIECE) {
      long piece = bits(BitOutput.PIECE + 1);
      value |= (piece & (1 << BitOutput.PIECE) - 1) << shift;
      if (piece >>> BitOutput.PIECE == 0) {
        return value;
      }
    }
    return value;
  }

  /** How many of something there are; each takes some memory, so damaged bytes are seen here. */
  int count() {
    long value = number();
    if (value < 0 || value > MOST) {
      throw new IllegalStateException(
          "Packed state names %d values, expected at most %d: its bytes are damaged"
              .formatted(value, MOST));
    }
    return (int) value;
  }

  long signed() {
    return unzigzag(number() - 1);
  }

  long moment() {
    if (bit()) {
      moment += signed();
      return moment;
    }
    return signed();
  }

  private static long more() {
    long more = 0;
    for (int bit = BitOutput.PIECE; bit < AT_ONCE; bit += BitOutput.PIECE + 1) {
      more |= 1L << bit;
    }
    return more;
  }

  private static IllegalStateException damaged() {
    return new IllegalStateException("Packed state ends within a value: its bytes are damaged");
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }
}
