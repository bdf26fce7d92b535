package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;

/** Judges whether the last seconds are a signal at all. */
final class SignalQuality {
  private static final double RAILED_SHARE = 0.1;
  private static final double SPARSE_SHARE = 0.6;
  private static final double LEAST_G = 0.5;
  private static final double MOST_G = 2.2;

  /** What is wrong with the cells of a full ring, or null; of one not full nothing is said. */
  static SignalFault of(CellRing ring) {
    if (ring.size < CellRing.SIZE) {
      return null;
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
    if (isStuck(ring.x) || isStuck(ring.y) || isStuck(ring.z)) {
      return SignalFault.STUCK;
    }
    return sparse > SPARSE_SHARE * ring.size ? SignalFault.SPARSE : null;
  }

  private static boolean isStuck(short[] axis) {
    for (short value : axis) {
      if (value != axis[0]) {
        return false;
      }
    }
    return true;
  }

  private SignalQuality() {}
}
