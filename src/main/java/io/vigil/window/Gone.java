package io.vigil.window;

/**
 * When participants of whom nothing comes are to be forgotten, by the wall clock: a moment each,
 * put off while they send, though not with every batch. For an hour after a start nobody is: what
 * they sent while the job stood still has to be read first.
 */
final class Gone {
  /** The moment is put off when it has come nearer by this part of the whole. */
  private static final long PUT_OFF = 100;

  private static final long AFTER_START_MILLIS = 3_600_000;

  private final long afterMillis;
  private final long slackMillis;
  private long notBeforeMillis = Long.MIN_VALUE;

  /**
   * @param afterMillis how long after the last batch at least, in milliseconds; 0 for never
   */
  Gone(long afterMillis) {
    this.afterMillis = afterMillis;
    this.slackMillis = (afterMillis + PUT_OFF - 1) / PUT_OFF;
  }

  /**
   * Something came: puts the moment off where that is worth it.
   *
   * @param nowMillis milliseconds since the epoch
   */
  void heard(TimeState state, long nowMillis) {
    if (afterMillis == 0) {
      return;
    }
    starts(nowMillis);
    long at = nowMillis + afterMillis + slackMillis;
    // The other way round where the setting was made shorter meanwhile.
    if (Math.abs(at - state.goneAt) > slackMillis) {
      state.goneAt = at;
    }
  }

  /**
   * Whether the participant is to be forgotten, once the moment has come; where it is too early, it
   * is put off.
   *
   * @param nowMillis milliseconds since the epoch
   */
  boolean isDue(TimeState state, long nowMillis) {
    if (afterMillis == 0 || nowMillis < state.goneAt) {
      return false;
    }
    starts(nowMillis);
    if (nowMillis < notBeforeMillis) {
      state.goneAt = notBeforeMillis;
      return false;
    }
    return true;
  }

  /** The first time that there is something to do is the start. */
  private void starts(long nowMillis) {
    if (notBeforeMillis == Long.MIN_VALUE) {
      notBeforeMillis = nowMillis + Math.min(afterMillis, AFTER_START_MILLIS);
    }
  }
}
