package io.vigil.source.amqp;

import java.time.Duration;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** How an always-on job bears with a hub that cannot be reached. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /**
   * Tries again for as long as it may help, waiting longer each time until something comes back.
   */
  static RetryBackoffSpec whileItMayPass() {
    return Retry.backoff(Long.MAX_VALUE, FIRST)
        .maxBackoff(LONGEST)
        .transientErrors(true)
        .filter(fault -> !AmqpFaults.isFatal(fault));
  }

  private BackOff() {}
}
