package io.vigil.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Await {
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  static void until(BooleanSupplier condition) {
    Instant end = Instant.now().plus(AT_MOST);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Did not become true within " + AT_MOST);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Await() {}
}
