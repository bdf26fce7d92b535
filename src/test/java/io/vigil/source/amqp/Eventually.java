package io.vigil.source.amqp;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads and servers do. */
final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Waits until the condition holds; fails where it does not in a minute. */
  static void holds(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come true in " + LONGEST);
      }
      Thread.onSpinWait();
    }
  }

  private Eventually() {}
}
