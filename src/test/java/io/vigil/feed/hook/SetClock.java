package io.vigil.feed.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when it is told to, and breaks when it is told to. */
final class SetClock extends Clock {
  private volatile Instant now;
  private int readsLeft = Integer.MAX_VALUE;

  SetClock(Instant now) {
    this.now = now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets it be read so often, and fail the next time, once. */
  void breakAfter(int reads) {
    readsLeft = reads;
  }

  @Override
  public Instant instant() {
    if (readsLeft-- == 0) {
      throw new IllegalStateException("The clock is broken");
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Vigil's clocks are UTC");
  }
}
