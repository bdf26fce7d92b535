package io.vigil.source.amqp.server;

import org.apache.qpid.proton.engine.Delivery;

/** The server's end of a link. */
interface LinkEnd {
  /** A message came in, or one that was sent is settled. */
  void delivery(Delivery delivery);

  /**
   * Sends what can be sent.
   *
   * @return whether anything was
   */
  default boolean fill() {
    return false;
  }

  /** The link is gone. */
  default void closed() {}
}
