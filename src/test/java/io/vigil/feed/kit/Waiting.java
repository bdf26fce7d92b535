package io.vigil.feed.kit;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something is so. */
public final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Fails where it is not so for too long. */
  public static void until(String what, BooleanSupplier so) {
    until(what, LONGEST, so);
  }

  /** The same with another patience. */
  public static void until(String what, Duration longest, BooleanSupplier so) {
    long end = System.nanoTime() + longest.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("Not so after %s: %s", longest, what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  private Waiting() {}
}
