package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;

/** What is computed quickly elsewhere, as it reads: cell by cell and turn by turn. */
final class PlainlyJudged {

  static SignalFault signal(CellRing ring) {
    if (ring.size < CellRing.SIZE) {
      return null;
    }
    int railed = 0;
    int sparse = 0;
    double sum = 0;
    boolean[] moved = new boolean[3];
    for (int age = 0; age < CellRing.SIZE; age++) {
      int at = ring.place(age);
      railed += ring.faults[at] & CellRing.RAILED;
      sparse += (ring.faults[at] & CellRing.SPARSE) / CellRing.SPARSE;
      sum += Math.sqrt(ring.magnitude2(age));
      moved[0] |= ring.x[at] != ring.x[0];
      moved[1] |= ring.y[at] != ring.y[0];
      moved[2] |= ring.z[at] != ring.z[0];
    }
    double meanG = sum / CellRing.SIZE / SampleBatch.PER_G;
    if (railed > 0.1 * CellRing.SIZE) {
      return SignalFault.SATURATED;
    }
    if (meanG < 0.5 || meanG > 2.2) {
      return SignalFault.NO_GRAVITY;
    }
    if (!moved[0] || !moved[1] || !moved[2]) {
      return SignalFault.STUCK;
    }
    return sparse > 0.6 * CellRing.SIZE ? SignalFault.SPARSE : null;
  }

  static double fastestTurn(ImpactWindow w) {
    double most = 0;
    for (int i = 0; i + 20 <= w.size(); i++) {
      double[] before = Vectors.mean(w, i, i + 10);
      double[] after = Vectors.mean(w, i + 10, i + 20);
      most = Math.max(most, Vectors.degrees(before, after));
    }
    return most;
  }

  private PlainlyJudged() {}
}
