package io.vigil.alert;

import io.vigil.alert.fall.FallState;

/** All that is remembered of one participant to raise alerts; plain fields for checkpoints. */
public final class WatchedState {
  public WatchState watch = new WatchState();
  public FallState fall = new FallState();

  /** When a live job looks again, microseconds since the epoch, or {@link Alert#NEVER}. */
  public long wakesAt = Alert.NEVER;

  /** Whether nothing is remembered: no sample came, no window, and no alert was ever seen. */
  boolean isEmpty() {
    return watch.silence.last == Alert.NEVER
        && watch.unusualDay.lastEnd == Alert.NEVER
        && watch.alerts.isEmpty();
  }
}
