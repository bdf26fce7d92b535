package io.vigil.alert;

/**
 * All that is remembered to watch over one participant; plain fields, because checkpoints hold it.
 */
public final class WatchState {
  /** How far time has passed in a replay, microseconds of event time, or {@link Alert#NEVER}. */
  public long clock = Alert.NEVER;

  public BlockState blocks = new BlockState();
  public InactivityState inactivity = new InactivityState();
  public SignalState signal = new SignalState();
  public SilenceState silence = new SilenceState();
  public UnusualDayState unusualDay = new UnusualDayState();
  public RecentState recent = new RecentState();
  public AlertState alerts = new AlertState();
}
