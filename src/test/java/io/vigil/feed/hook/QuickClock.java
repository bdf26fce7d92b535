package io.vigil.feed.hook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs a thousand times as fast, so that waits of minutes cost a test nothing. */
final class QuickClock extends Clock {
  private static final int TIMES = 1_000;

  private final Instant start;
  private final long startNanos = System.nanoTime();

  QuickClock(Instant start) {
    this.start = start;
  }

  @Override
  public Instant instant() {
    return start.plusNanos(TIMES * (System.nanoTime() - startNanos));
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
