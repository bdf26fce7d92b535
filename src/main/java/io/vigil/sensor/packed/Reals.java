package io.vigil.sensor.packed;

/** Real numbers, to the last bit: many are whole, and those take little room. */
final class Reals {
  private static final double MOST_WHOLE = 1L << 52;

  static void write(double value, BitOutput out) {
    boolean whole =
        Math.abs(value) < MOST_WHOLE
            && Double.doubleToRawLongBits((double) (long) value)
                == Double.doubleToRawLongBits(value);
    out.bit(whole);
    if (whole) {
      out.signed((long) value);
    } else {
      out.bits(Double.doubleToRawLongBits(value), Long.SIZE);
    }
  }

  static double read(BitInput in) {
    return in.bit() ? in.signed() : Double.longBitsToDouble(in.bits(Long.SIZE));
  }

  static void write(float value, BitOutput out) {
    boolean zero = Float.floatToRawIntBits(value) == 0;
    out.bit(zero);
    if (!zero) {
      out.bits(Float.floatToRawIntBits(value) & 0xffffffffL, Integer.SIZE);
    }
  }

  static float readFloat(BitInput in) {
    return in.bit() ? 0 : Float.intBitsToFloat((int) in.bits(Integer.SIZE));
  }

  private Reals() {}
}
