package io.vigil.sensor;

import java.util.Arrays;

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
 * @param activity the known activity of all these samples, or the empty string; of a batch without
 *     samples the id of the erasure
 */
public record SampleBatch(
    String participantId, long[] times, short[] x, short[] y, short[] z, String activity)
    implements Erasable {

  /** Steps in one g. */
  public static final int PER_G = 2048;

  /** The largest acceleration a sample may have, in g: what fits the steps. */
  public static final double MAX_G = 15.999;

  /** Stands for a value that was left out; none within {@link #MAX_G} comes to it. */
  private static final short NO_VALUE = Short.MIN_VALUE;

  /**
   * Word of samples that are not here, because their values are beyond what can be measured: a
   * batch of their times alone. The samples themselves are dead letters and counted as such.
   */
  public static SampleBatch refused(String participantId, long[] times) {
    return leftOut(participantId, times, (short) 0);
  }

  /**
   * Word of samples that are not here, because they came too late.
   *
   * @param time until which the participant's samples had been handed on by then
   * @param samples how many
   */
  public static SampleBatch late(String participantId, long time, int samples) {
    long[] times = new long[samples];
    Arrays.fill(times, time);
    return leftOut(participantId, times, (short) 1);
  }

  /** Word that a participant is to be forgotten: a batch without samples. */
  public static SampleBatch erasure(String participantId, String id) {
    return new SampleBatch(
        participantId, new long[0], new short[0], new short[0], new short[0], id);
  }

  /** Word that a participant is to be forgotten, because nothing came for long. */
  public static SampleBatch gone(String participantId) {
    return erasure(participantId, GONE);
  }

  /** Word that a participant is to be forgotten, because the input has ended. */
  public static SampleBatch end(String participantId) {
    return erasure(participantId, END);
  }

  @Override
  public String erasure() {
    return size() == 0 ? activity : "";
  }

  private static SampleBatch leftOut(String participantId, long[] times, short why) {
    short[] none = new short[times.length];
    Arrays.fill(none, NO_VALUE);
    short[] reason = new short[times.length];
    Arrays.fill(reason, why);
    return new SampleBatch(participantId, times, none, reason, none, "");
  }

  /** Whether this is only word of samples: there is nothing to be measured in it. */
  public boolean isLeftOut() {
    return size() > 0 && x[0] == NO_VALUE;
  }

  /** Whether this is word of samples that came too late. */
  public boolean isLate() {
    return isLeftOut() && y[0] == 1;
  }

  /** The number of samples. */
  public int size() {
    return times.length;
  }
}
