package io.vigil.train;

import smile.base.cart.OrdinalNode;
import smile.data.AbstractTuple;
import smile.data.type.StructType;

/**
 * Finds the threshold of a split by asking the split. Smile keeps the number to itself and prints
 * it rounded, but says for any value which way it goes: at most 64 questions, halving the range of
 * all doubles, lead to the greatest value that goes to the first child. That is the threshold to
 * the last bit.
 */
final class ThresholdProbe extends AbstractTuple {
  private static final long serialVersionUID = 1L;

  private double value;

  static double of(OrdinalNode node) {
    ThresholdProbe probe = new ThresholdProbe();
    long low = ordered(-Double.MAX_VALUE);
    long high = ordered(Double.MAX_VALUE);
    while (low < high) {
      // The mean rounded up, without overflow.
      long middle = (low | high) - ((low ^ high) >> 1);
      probe.value = unordered(middle);
      if (node.branch(probe)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return unordered(low);
  }

  /** A long for each double, in the same order. */
  private static long ordered(double value) {
    return flip(Double.doubleToRawLongBits(value));
  }

  private static double unordered(long ordered) {
    return Double.longBitsToDouble(flip(ordered));
  }

  /** The order of negative doubles is that of their bits turned round. Its own inverse. */
  private static long flip(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  @Override
  public double getDouble(int feature) {
    return value;
  }

  @Override
  public Object get(int feature) {
    return value;
  }

  @Override
  public StructType schema() {
    throw new UnsupportedOperationException("A probe has no columns");
  }
}
