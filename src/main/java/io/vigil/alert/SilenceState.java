package io.vigil.alert;

/** What is remembered of one sensor's silence; plain fields, because checkpoints hold it. */
public final class SilenceState {
  /** The newest sample, or {@link Alert#NEVER} before the first. */
  public long last = Alert.NEVER;

  /**
   * How long after the newest sample the last samples arrived, whatever their times, in whole
   * seconds by the wall clock of a live job: so few bytes, because it is a second or two most of
   * the time.
   */
  public int behindSeconds;

  /** Whether an incident goes on; it began with the newest sample. */
  public boolean raised;
}
