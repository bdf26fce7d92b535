package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;

/**
 * Judges whether the last seconds are a signal at all. Nearly every second is one, which is seen at
 * a glance; the rest is looked at cell by cell.
 */
final class SignalQuality {
  private static final double RAILED_SHARE = 0.1;
  private static final double SPARSE_SHARE = 0.6;
  private static final double LEAST_G = 0.5;
  private static final double MOST_G = 2.2;

  // Where every cell lies between these, so does their mean, however it is rounded.
  private static final long SURELY_ABOVE = square(1.01 * LEAST_G);
  private static final long SURELY_BELOW = square(0.99 * MOST_G);

  /** What is wrong with the cells of a full ring, or null; of one not full nothing is said. */
  static SignalFault of(CellRing ring) {
    if (ring.size < CellRing.SIZE) {
      return null;
    }
    if (isSurelySound(ring)) {
      return isStuck(ring) ? SignalFault.STUCK : null;
    }
    int railed = 0;
    int sparse = 0;
    double sum = 0;
    for (int age = 0; age < ring.size; age++) {
      int fault = ring.faults[ring.place(age)];
      railed += (fault & CellRing.RAILED) == 0 ? 0 : 1;
      sparse += (fault & CellRing.SPARSE) == 0 ? 0 : 1;
      sum += Math.sqrt(ring.magnitude2(age));
    }
    double meanG = sum / ring.size / SampleBatch.PER_G;
    if (railed > RAILED_SHARE * ring.size) {
      return SignalFault.SATURATED;
    }
    if (meanG < LEAST_G || meanG > MOST_G) {
      return SignalFault.NO_GRAVITY;
    }
    if (isStuck(ring)) {
      return SignalFault.STUCK;
    }
    return sparse > SPARSE_SHARE * ring.size ? SignalFault.SPARSE : null;
  }

  /** Whether no cell has a fault and each has about the length of gravity. */
  private static boolean isSurelySound(CellRing ring) {
    for (int at = 0; at < CellRing.SIZE; at++) {
      long magnitude2 = ring.magnitude2At(at);
      if (ring.faults[at] != 0 || magnitude2 < SURELY_ABOVE || magnitude2 > SURELY_BELOW) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStuck(CellRing ring) {
    return isStuck(ring.x) || isStuck(ring.y) || isStuck(ring.z);
  }

  private static boolean isStuck(short[] axis) {
    for (short value : axis) {
      if (value != axis[0]) {
        return false;
      }
    }
    return true;
  }

  /** Of so many g, in steps. */
  private static long square(double g) {
    return (long) (g * SampleBatch.PER_G * g * SampleBatch.PER_G);
  }

  private SignalQuality() {}
}
