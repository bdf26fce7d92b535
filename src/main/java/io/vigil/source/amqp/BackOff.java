package io.vigil.source.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import java.time.Duration;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/** How an always-on job bears with a hub that cannot be reached. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** A hub answers in far less; one that does not has lost the question. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /**
   * What is left to the client: nothing. It waits 5 s before it tries again what broke off while a
   * link was being opened, and for as long as an answer may take where it overlooks that.
   */
  static AmqpRetryOptions ofTheClient() {
    return new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(ANSWER);
  }

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
