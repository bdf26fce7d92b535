package io.vigil.alert;

/** What is remembered of one participant's stillness; plain fields, because checkpoints hold it. */
public final class InactivityState {
  /** Since when nothing has moved, or {@link Alert#NEVER} before the first block. */
  public long since = Alert.NEVER;

  /** End of the last block. */
  public long lastEnd = Alert.NEVER;

  /** The newest blocks, a bit each, the newest lowest: whether something moved. */
  public long moved;

  /** The same: whether it moved as in walking. */
  public long vigorous;

  /** Whether the stillness follows walking at once. */
  public boolean afterWalking;

  /** How much of the time that is allowed has passed; 1 is all of it. */
  public double share;

  /** Posture when stillness began, in g. */
  public double x;

  public double y;
  public double z;

  /** Blocks of the group whose means are being compared. */
  public int group;

  /** Sums over the group of the means' distance from the posture, and of its square. */
  public double sumX;

  public double sumY;
  public double sumZ;
  public double sumSquares;

  /** Sum over all groups of the variance of the means. */
  public double slow;

  /** Sum over all blocks of the variance that the means would have from noise alone. */
  public double noise;

  /** How many groups that is. */
  public int groups;

  /** Since when the stillness lasts that an incident was made of, or {@link Alert#NEVER}. */
  public long raised = Alert.NEVER;

  /** Whether the incident has grown worse. */
  public boolean twice;
}
