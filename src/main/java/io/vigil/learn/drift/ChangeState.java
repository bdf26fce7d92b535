package io.vigil.learn.drift;

/** What is known of one participant's usual days; plain fields, because checkpoints hold it. */
public final class ChangeState {
  /** Days learned from. */
  public int days;

  /** Mean of their values. */
  public double mean;

  /** Sum of squared distances from it. */
  public double squares;

  /** How much has come together above the usual, in standard deviations. */
  public double sum;

  /** Days since the change was said, or 0. */
  public int changedDays;
}
