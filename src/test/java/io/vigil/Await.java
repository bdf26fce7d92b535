package io.vigil;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition: a test that waits for a time instead is wrong on another machine. */
public final class Await {
  private static final long LOOK_NANOS = 5_000_000;

  /**
   * Waits until something holds.
   *
   * @param what it is, for the failure
   * @param patience after which the test fails
   */
  public static void until(String what, Duration patience, BooleanSupplier holds) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Waited %s in vain for %s".formatted(patience, what));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private Await() {}
}
