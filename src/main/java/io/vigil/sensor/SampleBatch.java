package io.vigil.sensor;

/**
 * Consecutive samples of one participant in g, as they travel through the job.
 *
 * <p>Accelerations are whole multiples of 1/{@value #PER_G} g, so that state and transport need two
 * bytes an axis: a twelfth of the noise of a chest sensor at rest.
 *
 * @param participantId who wears the sensor; never empty
 * @param times microseconds since the epoch (UTC), ascending within the batch
 * @param x sideways, in 1/{@value #PER_G} g
 * @param y along the body, in 1/{@value #PER_G} g
 * @param z forward, in 1/{@value #PER_G} g
 * @param activity the known activity of all these samples, or the empty string
 */
public record SampleBatch(
    String participantId, long[] times, short[] x, short[] y, short[] z, String activity) {

  /** Steps in one g. */
  public static final int PER_G = 2048;

  /** The largest acceleration a sample may have, in g: what fits the steps. */
  public static final double MAX_G = 15.999;

  /** The number of samples. */
  public int size() {
    return times.length;
  }
}
