package io.vigil.sensor;

import java.util.Arrays;

/** The numbers of one array of a message, as far as the limit; beyond it they are only counted. */
final class Values {
  private double[] values = new double[64];
  private int count;

  void add(double value) {
    if (count < Limits.MESSAGE_SAMPLES) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count] = value;
    }
    count++;
  }

  /** How many there were, kept or not. */
  int count() {
    return count;
  }

  double get(int index) {
    return values[index];
  }
}
