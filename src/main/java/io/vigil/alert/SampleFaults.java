package io.vigil.alert;

import io.vigil.sensor.AxisJump;
import io.vigil.sensor.SampleBatch;

/** Counts samples that no worn sensor sends. */
final class SampleFaults {
  /** A value that stands still beyond this is at its rail: at rest no axis measures more. */
  private static final float RAIL = 1.5f;

  /** How far a spike is from both its neighbours, in g. */
  private static final float SPIKE = 5;

  private static final long NEIGHBOURS = 500_000;
  private static final int NEWEST = AxisJump.SAMPLES - 1;

  /** Takes in the next samples of a participant, in order of time. */
  static void count(SampleCounts counts, SampleBatch stretch) {
    for (int i = 0; i < stretch.size(); i++) {
      push(counts, stretch, i);
      counts.samples++;
      if (counts.kept > 1) {
        repeats(counts);
      }
      if (counts.kept > 2) {
        counts.spikes += isSpike(counts.x) || isSpike(counts.y) || isSpike(counts.z) ? 1 : 0;
      }
      if (counts.kept == AxisJump.SAMPLES) {
        counts.jumped |=
            counts.times[NEWEST] - counts.times[0] <= AxisJump.LONGEST_MICROS
                && AxisJump.isIn(counts.x, counts.y, counts.z, 0);
      }
    }
  }

  private static void push(SampleCounts counts, SampleBatch stretch, int i) {
    boolean alone = stretch.times()[i] - counts.times[NEWEST] > NEIGHBOURS;
    counts.kept = alone ? 1 : Math.min(AxisJump.SAMPLES, counts.kept + 1);
    System.arraycopy(counts.times, 1, counts.times, 0, NEWEST);
    counts.times[NEWEST] = stretch.times()[i];
    push(counts.x, stretch.x()[i]);
    push(counts.y, stretch.y()[i]);
    push(counts.z, stretch.z()[i]);
  }

  private static void push(float[] axis, short steps) {
    System.arraycopy(axis, 1, axis, 0, NEWEST);
    axis[NEWEST] = steps / (float) SampleBatch.PER_G;
  }

  private static void repeats(SampleCounts counts) {
    boolean x = repeats(counts.x);
    boolean y = repeats(counts.y);
    boolean z = repeats(counts.z);
    counts.sameX += x ? 1 : 0;
    counts.sameY += y ? 1 : 0;
    counts.sameZ += z ? 1 : 0;
    boolean railed =
        x && Math.abs(counts.x[NEWEST]) > RAIL
            || y && Math.abs(counts.y[NEWEST]) > RAIL
            || z && Math.abs(counts.z[NEWEST]) > RAIL;
    counts.railed += railed ? 1 : 0;
  }

  private static boolean repeats(float[] axis) {
    return axis[NEWEST] == axis[NEWEST - 1];
  }

  private static boolean isSpike(float[] axis) {
    float before = axis[NEWEST - 1] - axis[NEWEST - 2];
    float after = axis[NEWEST - 1] - axis[NEWEST];
    return before > 0 == after > 0 && Math.min(Math.abs(before), Math.abs(after)) > SPIKE;
  }

  private SampleFaults() {}
}
