package io.vigil.train.fall;

import io.vigil.sensor.SampleBatch;
import java.util.List;

/**
 * One participant's samples, all of them, in order of time.
 *
 * @param trial whose, and whether there is a fall
 * @param samples in one piece
 */
public record Recording(Trial trial, SampleBatch samples) {

  /** Joins pieces that follow each other in time. */
  static Recording of(Trial trial, List<SampleBatch> pieces) {
    int size = pieces.stream().mapToInt(SampleBatch::size).sum();
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    int at = 0;
    for (SampleBatch piece : pieces) {
      System.arraycopy(piece.times(), 0, times, at, piece.size());
      System.arraycopy(piece.x(), 0, axes[0], at, piece.size());
      System.arraycopy(piece.y(), 0, axes[1], at, piece.size());
      System.arraycopy(piece.z(), 0, axes[2], at, piece.size());
      at += piece.size();
    }
    return new Recording(trial, new SampleBatch(trial.id(), times, axes[0], axes[1], axes[2], ""));
  }

  /** From the first sample to the last, in hours. */
  double hours() {
    long[] times = samples.times();
    return times.length == 0 ? 0 : (times[times.length - 1] - times[0]) / 3.6e9;
  }
}
