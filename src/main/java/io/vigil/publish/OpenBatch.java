package io.vigil.publish;

import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.RawMessage;
import java.util.Arrays;

/** Samples of one participant and one second, as long as more of them may come. */
final class OpenBatch {
  private static final long SECOND = 1_000_000;

  /** A pause as long as this, in microseconds, ends a batch: what is behind it is sent anew. */
  private static final long GAP = 250_000;

  /** So many go into 256 KB, the most that a hub of the Basic tier takes. */
  private static final int MOST = 2_000;

  private final DeviceBatch first;
  private final int firstIndex;
  private long[] times = new long[64];
  private final float[][] axes = new float[3][64];
  private int size;

  /** Begins with a sample, which is still to be added. */
  OpenBatch(DeviceBatch first, int index) {
    this.first = first;
    this.firstIndex = index;
  }

  /** Which second this is, from the epoch. */
  long second() {
    return Math.floorDiv(first.times()[firstIndex], SECOND);
  }

  /** Whether the sample belongs to this batch. */
  boolean takes(DeviceBatch from, int index) {
    long time = from.times()[index];
    long last = times[size - 1];
    return size < MOST
        && time > last
        && time - last < GAP
        && Math.floorDiv(time, SECOND) == second()
        && from.activity().equals(first.activity());
  }

  void add(DeviceBatch from, int index) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      for (int axis = 0; axis < axes.length; axis++) {
        axes[axis] = Arrays.copyOf(axes[axis], 2 * size);
      }
    }
    times[size] = from.times()[index];
    axes[0][size] = from.x()[index];
    axes[1][size] = from.y()[index];
    axes[2][size] = from.z()[index];
    size++;
  }

  /** The samples so far. */
  DeviceBatch close() {
    RawMessage origin = first.origin();
    return new DeviceBatch(
        first.participantId(),
        Arrays.copyOf(times, size),
        first.unit(),
        Arrays.copyOf(axes[0], size),
        Arrays.copyOf(axes[1], size),
        Arrays.copyOf(axes[2], size),
        first.activity(),
        // Without the rows, which would keep them all in memory.
        new RawMessage(origin.format(), "", origin.source(), origin.position(), new byte[0]),
        first.position() + firstIndex,
        false);
  }
}
