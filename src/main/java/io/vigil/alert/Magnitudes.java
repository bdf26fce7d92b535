package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;

/**
 * The lowest and the highest magnitude of acceleration in each of a number of equal spans of time,
 * to be drawn.
 */
public final class Magnitudes {
  private final long from;
  private final long to;
  private final double[] low;
  private final double[] high;
  private long samples;

  /**
   * @param from first instant, microseconds since the epoch (UTC)
   * @param to first instant after them
   * @param spans how many
   */
  public Magnitudes(long from, long to, int spans) {
    this.from = from;
    this.to = Math.max(to, from + spans);
    this.low = new double[spans];
    this.high = new double[spans];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
  }

  /** Takes samples in; what lies outside changes nothing. */
  public void add(SampleBatch stretch) {
    for (int i = 0; i < stretch.size(); i++) {
      long time = stretch.times()[i];
      if (time >= from && time < to) {
        add(
            time,
            Math.sqrt(square(stretch.x()[i]) + square(stretch.y()[i]) + square(stretch.z()[i])));
      }
    }
  }

  private void add(long time, double steps) {
    int span = (int) ((time - from) * (double) low.length / (to - from));
    double g = steps / SampleBatch.PER_G;
    low[span] = Double.isNaN(low[span]) ? g : Math.min(low[span], g);
    high[span] = Double.isNaN(high[span]) ? g : Math.max(high[span], g);
    samples++;
  }

  private static double square(short value) {
    return (double) value * value;
  }

  /** First instant, microseconds since the epoch (UTC). */
  public long from() {
    return from;
  }

  /** First instant after them. */
  public long to() {
    return to;
  }

  /** How many samples they were made of. */
  public long samples() {
    return samples;
  }

  /** The lowest of each span in g; not a number where no sample came. */
  public double[] low() {
    return low.clone();
  }

  /** The highest of each span in g; not a number where no sample came. */
  public double[] high() {
    return high.clone();
  }
}
