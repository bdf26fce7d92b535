package io.vigil.alert;

/** One participant's last weeks; plain fields, because checkpoints hold it. */
public final class UnusualDayState {
  /** The most days that are remembered. */
  public static final int MOST_DAYS = 28;

  /** The model's name: times by another one cannot be compared. */
  public String model = "";

  /** The activities seen, in the order they were. */
  public String[] activities = {};

  /** Time in each of them today, in microseconds. */
  public long[] today = {};

  /**
   * Today's first instant and the first after it, or {@link Alert#NEVER} before the first window.
   */
  public long dayStart = Alert.NEVER;

  public long dayEnd = Alert.NEVER;

  /** End of the last window. */
  public long lastEnd = Alert.NEVER;

  /** Days remembered, at most {@value #MOST_DAYS}. */
  public int days;

  /** Minutes in each activity, a day after the other, the oldest first. */
  public short[] minutes = {};

  /** Start of the newest unusual day whose alert has not ended, or {@link Alert#NEVER}. */
  public long raised = Alert.NEVER;
}
