package io.vigil.alert;

/**
 * What is remembered of how good one participant's samples are; plain fields, because checkpoints
 * hold it.
 */
public final class SignalState {
  /** End of the last block, or {@link Alert#NEVER} before the first. */
  public long lastEnd = Alert.NEVER;

  /** Since when the samples have been bad, or {@link Alert#NEVER} while they are not. */
  public long badSince = Alert.NEVER;

  /** Since when they have been good again while an incident goes on, or {@link Alert#NEVER}. */
  public long goodSince = Alert.NEVER;

  /** The same as {@link #badSince} while an incident goes on, or {@link Alert#NEVER}. */
  public long raised = Alert.NEVER;

  /** Ten seconds that are being looked at. */
  public int blocks;

  public int samples;
  public int stuck;
  public double expected;
  public double gravity;
}
