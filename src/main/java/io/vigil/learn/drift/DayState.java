package io.vigil.learn.drift;

/** One participant's day so far; plain fields, because checkpoints hold it. */
public final class DayState {
  static final long NONE = Long.MIN_VALUE;

  /** Since the epoch, in UTC; {@link #NONE} before the first window. */
  public long day = NONE;

  /** The model whose bins these are; the empty string where it has no profile. */
  public String modelName = "";

  public int modelVersion;
  public String modelSha256 = "";

  /** Windows a bin, the features' bins one after the other. */
  public int[] seen = {};

  /** Windows by what was said of them. */
  public int[] said = {};

  /** How unlike training windows these are, added up. */
  public double surprise;

  public ChangeState change = new ChangeState();

  /** First instant of the change's first day, microseconds since the epoch. */
  public long changedSince;
}
