package io.vigil;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition: a test that waits for a time instead is wrong on another machine. */
public final class Await {
  private static final long LOOK_NANOS = 5_000_000;
  private static final Duration USUAL = Duration.ofMinutes(2);

  /** Waits until something holds, for as long as a loaded machine may need. */
  public static void until(BooleanSupplier holds) {
    until("it", USUAL, holds);
  }

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
