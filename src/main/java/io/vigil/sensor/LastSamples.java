package io.vigil.sensor;

/**
 * The last few samples of a participant, oldest first, as long as they follow each other closely;
 * plain fields, because checkpoints hold it.
 */
public final class LastSamples {
  private static final int NEWEST = AxisJump.SAMPLES - 1;
  private static final int MIDDLE = AxisJump.SAMPLES / 2;
  private static final long NEIGHBOURS_MICROS = 500_000;

  /** How many there are. */
  public int size;

  /** Microseconds since the epoch (UTC). */
  public long[] times = new long[AxisJump.SAMPLES];

  /** In g; the newest stands last. */
  public float[] x = new float[AxisJump.SAMPLES];

  public float[] y = new float[AxisJump.SAMPLES];
  public float[] z = new float[AxisJump.SAMPLES];

  /**
   * Takes in the next sample, its accelerations in steps; one that is not newer than the last
   * changes nothing, and after a pause the others are forgotten.
   */
  public void add(long time, short stepsX, short stepsY, short stepsZ) {
    if (size > 0 && time <= times[NEWEST]) {
      return;
    }
    boolean alone = time - times[NEWEST] > NEIGHBOURS_MICROS;
    size = alone ? 1 : Math.min(AxisJump.SAMPLES, size + 1);
    System.arraycopy(times, 1, times, 0, NEWEST);
    times[NEWEST] = time;
    push(x, stepsX);
    push(y, stepsY);
    push(z, stepsZ);
  }

  /** Whether axes have changed places or signs among these samples. */
  public boolean jump() {
    return areClose() && AxisJump.isIn(x, y, z, 0);
  }

  /** Whether they may have. */
  public boolean mayJump() {
    return areClose() && AxisJump.mayBeIn(x, y, z);
  }

  /** Where a sample was lost the step over it is larger than others, without a fault. */
  private boolean areClose() {
    long span = times[NEWEST] - times[0];
    long step = times[MIDDLE] - times[MIDDLE - 1];
    return size == AxisJump.SAMPLES
        && span <= AxisJump.LONGEST_MICROS
        && step * 2 * NEWEST <= 3 * span;
  }

  private static void push(float[] axis, short steps) {
    System.arraycopy(axis, 1, axis, 0, NEWEST);
    axis[NEWEST] = steps / (float) SampleBatch.PER_G;
  }
}
