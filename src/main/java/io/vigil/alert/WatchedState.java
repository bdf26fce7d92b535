package io.vigil.alert;

import io.vigil.alert.fall.FallState;

/** All that is remembered of one participant to raise alerts; plain fields for checkpoints. */
public final class WatchedState {
  public WatchState watch = new WatchState();
  public FallState fall = new FallState();

  /** When a live job looks again, microseconds since the epoch, or {@link Alert#NEVER}. */
  public long wakesAt = Alert.NEVER;

  /** Whether the participant is gone, and only what somebody has still to answer is remembered. */
  public boolean gone;

  /** Whether nothing is remembered: no sample came, no window, and no alert was ever seen. */
  boolean isEmpty() {
    return watch.silence.last == Alert.NEVER
        && watch.unusualDay.lastEnd == Alert.NEVER
        && (watch.alerts.isEmpty() || gone && watch.alerts.isAnswered());
  }

  /** All that is left of a participant who is gone: the alerts. */
  void leave() {
    AlertState alerts = watch.alerts;
    watch = new WatchState();
    watch.alerts = alerts;
    fall = new FallState();
    gone = true;
  }
}
