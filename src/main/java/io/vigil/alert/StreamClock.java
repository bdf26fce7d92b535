package io.vigil.alert;

import java.time.Duration;

/**
 * The clock that silence is judged by in a live job: the wall clock, unless the job is catching up.
 * It is while input keeps coming and even the newest of the last minutes is old.
 */
public final class StreamClock {
  private static final long SPAN = Duration.ofMinutes(1).toNanos() / 1000;
  private static final long OLD = Duration.ofMinutes(1).toNanos() / 1000;

  private static final long YOUNG = Duration.ofMinutes(1).toNanos() / 1000;
  private static final long LONG_HELD = Duration.ofMinutes(30).toNanos() / 1000;

  private long began = Alert.NEVER;
  private long spanStart = Alert.NEVER;
  private long newest = Alert.NEVER;
  private long newestBefore = Alert.NEVER;
  private long lastArrival = Alert.NEVER;

  /** Takes in that there is something to do; the first time is when this life of the job began. */
  public void began(long wall) {
    if (began == Alert.NEVER) {
      began = wall;
    }
  }

  /**
   * How long a command for an alert that there is not is held, in microseconds: after a restart
   * commands and samples are read again, each at their own pace. 0 where it is refused at once.
   */
  public long holdsFor(long wall) {
    return catchingUp(wall) ? LONG_HELD : wall - began < YOUNG ? YOUNG : 0;
  }

  /**
   * Takes in that samples came.
   *
   * @param time of its newest sample, microseconds since the epoch (UTC)
   * @param wall when it came, microseconds since the epoch (UTC)
   */
  public void came(long time, long wall) {
    if (spanStart == Alert.NEVER || wall - spanStart >= SPAN) {
      newestBefore = spanStart != Alert.NEVER && wall - spanStart < 2 * SPAN ? newest : Alert.NEVER;
      newest = time;
      spanStart = wall;
    }
    newest = Math.max(newest, time);
    lastArrival = wall;
  }

  /** Whether what comes is old, so that nobody can be called silent. */
  public boolean catchingUp(long wall) {
    return !idle(wall) && wall - Math.max(newest, newestBefore) > OLD;
  }

  /** Whether nothing has come for a minute, from anybody. */
  public boolean idle(long wall) {
    return lastArrival == Alert.NEVER || wall - lastArrival > SPAN;
  }
}
