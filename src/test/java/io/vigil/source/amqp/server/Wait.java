package io.vigil.source.amqp.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, at most a minute. */
public final class Wait {
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  public static void until(BooleanSupplier condition) {
    Instant end = Instant.now().plus(AT_MOST);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Did not become true within " + AT_MOST);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Wait() {}
}
