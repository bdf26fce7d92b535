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
    for (int i = from; i < to; i++) {
      int index = (int) (at >>> 3);
      if (index > last) {
        throw damaged();
      }
      long word = (long) LONGS.get(bytes, index) >>> (at & 7);
      int ones = Long.numberOfTrailingZeros(~word);
      at += ones + 1 + low;
      values[i] = (long) ones << low | word >>> ones + 1 & mask;
    }
    place = at;
  }

  boolean bit() {
    return bits(1) != 0;
  }

  long number() {
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

  private static IllegalStateException damaged() {
    return new IllegalStateException("Packed state ends within a value: its bytes are damaged");
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }
}
