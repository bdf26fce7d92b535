package io.vigil.publish;

import io.vigil.sensor.DeviceBatch;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Joins each participant's rows to batches of one second, their order kept: a batch ends with its
 * second, where the activity changes, where time goes back, and at a gap.
 */
final class SecondsOfSamples {
  private final Consumer<DeviceBatch> out;

  /** By participant, those that began first in front. */
  private final Map<String, OpenBatch> open = new LinkedHashMap<>();

  SecondsOfSamples(Consumer<DeviceBatch> out) {
    this.out = out;
  }

  /** Takes rows in, in the order of their file. */
  void add(DeviceBatch rows) {
    OpenBatch batch = open.get(rows.participantId());
    for (int i = 0; i < rows.size(); i++) {
      if (batch == null || !batch.takes(rows, i)) {
        batch = begin(rows, i);
      }
      batch.add(rows, i);
    }
  }

  private OpenBatch begin(DeviceBatch rows, int index) {
    close(open.remove(rows.participantId()));
    OpenBatch next = new OpenBatch(rows, index);
    closeBefore(next.second() - 1);
    open.put(rows.participantId(), next);
    return next;
  }

  /** Nothing more came for these, so that others need not wait for them. */
  private void closeBefore(long second) {
    Iterator<OpenBatch> eldest = open.values().iterator();
    while (eldest.hasNext()) {
      OpenBatch batch = eldest.next();
      if (batch.second() >= second) {
        return;
      }
      eldest.remove();
      close(batch);
    }
  }

  private void close(OpenBatch batch) {
    if (batch != null) {
      out.accept(batch.close());
    }
  }

  /** Closes what is open, because no more rows will come. */
  void finish() {
    open.values().forEach(this::close);
    open.clear();
  }
}
