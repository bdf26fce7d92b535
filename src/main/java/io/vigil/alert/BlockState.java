package io.vigil.alert;

/** The block of one participant that is being filled; plain fields, because checkpoints hold it. */
public final class BlockState {
  /** Start of the block, or {@link Alert#NEVER} before the first sample. */
  public long start = Alert.NEVER;

  public int samples;
  public int stuck;

  /** Sums in steps of the samples: exact, so that no order of adding matters. */
  public long sumX;

  public long sumY;
  public long sumZ;
  public long sumSquares;

  /** The newest sample. */
  public long lastTime;

  public short lastX;
  public short lastY;
  public short lastZ;

  /** The usual time between two samples, in microseconds; 0 before any was seen. */
  public double interval;
}
