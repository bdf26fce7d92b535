package io.vigil.alert;

import io.vigil.sensor.LastSamples;
import io.vigil.sensor.SampleBatch;

/** Counts samples that no worn sensor sends. */
final class SampleFaults {
  /** A value that stands still beyond this is at its rail: at rest no axis measures more. */
  private static final float RAIL = 1.5f;

  /** How far a spike is from both its neighbours, in g. */
  private static final float SPIKE = 5;

  /** Takes in the next samples of a participant, in order of time. */
  static void count(SampleCounts counts, SampleBatch stretch) {
    LastSamples recent = counts.recent;
    for (int i = 0; i < stretch.size(); i++) {
      recent.add(stretch.times()[i], stretch.x()[i], stretch.y()[i], stretch.z()[i]);
      counts.samples++;
      if (recent.size > 1) {
        countRepeats(counts);
      }
      if (recent.size > 2) {
        counts.spikes += isSpike(recent.x) || isSpike(recent.y) || isSpike(recent.z) ? 1 : 0;
      }
      counts.jumped |= recent.jump();
    }
  }

  private static void countRepeats(SampleCounts counts) {
    LastSamples recent = counts.recent;
    boolean railed = false;
    if (repeats(recent.x)) {
      counts.sameX++;
      railed = Math.abs(newest(recent.x)) > RAIL;
    }
    if (repeats(recent.y)) {
      counts.sameY++;
      railed |= Math.abs(newest(recent.y)) > RAIL;
    }
    if (repeats(recent.z)) {
      counts.sameZ++;
      railed |= Math.abs(newest(recent.z)) > RAIL;
    }
    counts.railed += railed ? 1 : 0;
  }

  private static boolean repeats(float[] axis) {
    return newest(axis) == axis[axis.length - 2];
  }

  private static boolean isSpike(float[] axis) {
    float middle = axis[axis.length - 2];
    float before = middle - axis[axis.length - 3];
    float after = middle - newest(axis);
    // Size first: it hardly ever is that far, which side it lies on is anybody's guess.
    return Math.min(Math.abs(before), Math.abs(after)) > SPIKE && before > 0 == after > 0;
  }

  private static float newest(float[] axis) {
    return axis[axis.length - 1];
  }

  private SampleFaults() {}
}
