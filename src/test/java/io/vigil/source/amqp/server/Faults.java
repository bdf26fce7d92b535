package io.vigil.source.amqp.server;

import java.time.Duration;

/** Faults that a test has asked for. */
final class Faults {
  /** Messages to deliver before the connection that delivers the next one is dropped; -1: never. */
  long dropAfter = -1;

  int tokensToRefuse;
  int sendsToRefuse;
  int acknowledgementsToLose;
  Duration delay = Duration.ZERO;

  /** Whether the connection is to be dropped in place of this delivery. */
  boolean dropsNow() {
    return dropAfter >= 0 && dropAfter-- == 0;
  }

  boolean refusesToken() {
    return tokensToRefuse > 0 && tokensToRefuse-- > 0;
  }

  boolean refusesSend() {
    return sendsToRefuse > 0 && sendsToRefuse-- > 0;
  }

  boolean losesAcknowledgement() {
    return acknowledgementsToLose > 0 && acknowledgementsToLose-- > 0;
  }
}
