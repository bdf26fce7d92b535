package io.vigil.alert;

/** What is remembered of one sensor's silence; plain fields, because checkpoints hold it. */
public final class SilenceState {
  /** The newest sample, or {@link Alert#NEVER} before the first. */
  public long last = Alert.NEVER;

  /** When the last samples arrived, whatever their times, by the wall clock of a live job. */
  public long arrived = Alert.NEVER;

  /** Whether an incident goes on; it began with the newest sample. */
  public boolean raised;
}
