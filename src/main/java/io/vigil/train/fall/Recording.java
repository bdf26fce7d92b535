package io.vigil.train.fall;

import io.vigil.sensor.SampleBatch;

/**
 * One participant's samples, all of them, in order of time.
 *
 * @param trial whose, and whether there is a fall
 * @param samples in one piece
 */
public record Recording(Trial trial, SampleBatch samples) {

  /** The same, worn by this body. */
  public Recording by(String body) {
    return new Recording(trial.by(body), samples);
  }

  /** From the first sample to the last, in hours. */
  public double hours() {
    long[] times = samples.times();
    return times.length == 0 ? 0 : (times[times.length - 1] - times[0]) / 3.6e9;
  }
}
