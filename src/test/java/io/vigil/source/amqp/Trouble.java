package io.vigil.source.amqp;

import io.vigil.source.amqp.server.AmqpHubServer;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong while readers read, shared by all of them and by all their lives. */
final class Trouble {
  /** Readers run in this process, but are made anew from bytes at each restart. */
  static Trouble current;

  private static final int MESSAGES_A_CONNECTION = 2_500;

  private final AmqpHubServer server;
  private final AtomicInteger failuresLeft;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger drops = new AtomicInteger();

  Trouble(AmqpHubServer server, int failures) {
    this.server = server;
    this.failuresLeft = new AtomicInteger(failures);
  }

  /** Drops the connections behind every so many messages of a reader. */
  void passed(int messages) {
    if (messages % MESSAGES_A_CONNECTION == 0) {
      server.dropConnections();
      drops.incrementAndGet();
    }
  }

  boolean isDue() {
    return failuresLeft.get() > 0;
  }

  /** Whether one is to be had now. */
  boolean takeFailure() {
    boolean taken = failuresLeft.getAndDecrement() > 0;
    failures.addAndGet(taken ? 1 : 0);
    return taken;
  }

  int failures() {
    return failures.get();
  }

  int drops() {
    return drops.get();
  }
}
