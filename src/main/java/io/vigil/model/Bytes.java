package io.vigil.model;

import java.nio.ByteBuffer;

/** Reads numbers one after the other, and refuses to read past the end. */
final class Bytes {
  private final ByteBuffer bytes;
  private final String what;

  /** Reads from the start; {@code what} names the bytes in messages. */
  Bytes(byte[] bytes, String what) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.what = what;
  }

  int remaining() {
    return bytes.remaining();
  }

  int int32() {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  double float64() {
    need(Double.BYTES);
    return bytes.getDouble();
  }

  /** Seven bits a byte, lowest first, the highest bit set on all but the last; up to 2^31-1. */
  int varint() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      need(1);
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        ModelRefused.unless(
            value <= Integer.MAX_VALUE, "%s holds %d, expected below 2^31", what, value);
        return (int) value;
      }
    }
    throw new ModelRefused(what + " holds a number of more than five bytes");
  }

  /** The next {@code length} bytes, copied only once they are known to be there. */
  byte[] take(int length) {
    need(length);
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  private void need(int length) {
    ModelRefused.unless(
        length >= 0 && length <= bytes.remaining(),
        "%s ends at byte %d, expected %d more after byte %d",
        what,
        bytes.limit(),
        length,
        bytes.position());
  }
}
