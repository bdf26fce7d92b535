package io.vigil.sensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins rows to batches: one batch for as long as participant and activity stay the same, the lines
 * follow one another, and time goes forward. A row that goes back in time begins a new batch;
 * putting batches in order is the work of participant time.
 */
final class RowRuns {
  private final RawMessage origin;
  private final Unit unit;
  private final List<DeviceBatch> batches = new ArrayList<>(1);

  private long[] times = new long[64];
  private final float[][] axes = new float[3][64];
  private int size;
  private String participantId = "";
  private String activity = "";
  private long firstLine;

  RowRuns(RawMessage origin, Unit unit) {
    this.origin = origin;
    this.unit = unit;
  }

  void add(Row row, long line) {
    if (!continues(row, line)) {
      close();
      participantId = row.participantId;
      activity = row.activity;
      firstLine = line;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      for (int axis = 0; axis < axes.length; axis++) {
        axes[axis] = Arrays.copyOf(axes[axis], 2 * size);
      }
    }
    times[size] = row.time;
    axes[0][size] = row.x;
    axes[1][size] = row.y;
    axes[2][size] = row.z;
    size++;
  }

  private boolean continues(Row row, long line) {
    return size > 0
        && line == firstLine + size
        && row.time > times[size - 1]
        && row.participantId.equals(participantId)
        && row.activity.equals(activity);
  }

  /** All batches of the rows so far. */
  List<DeviceBatch> batches() {
    close();
    return batches;
  }

  private void close() {
    if (size > 0) {
      batches.add(
          new DeviceBatch(
              participantId,
              Arrays.copyOf(times, size),
              unit,
              Arrays.copyOf(axes[0], size),
              Arrays.copyOf(axes[1], size),
              Arrays.copyOf(axes[2], size),
              activity,
              origin,
              firstLine,
              false));
      size = 0;
    }
  }
}
