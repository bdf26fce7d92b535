package io.vigil.store.cosmos;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands replies from the client's threads to the one thread that owns a {@link Delivery}: many at
 * once, because telling that thread costs more than the reply.
 */
final class Inbox implements Replies {
  private final LinkedBlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
  private final AtomicBoolean announced = new AtomicBoolean();
  private final Runnable announce;

  private record Answered(Attempt attempt, Reply reply) {}

  /**
   * @param announce called by any thread when there is something to drain
   */
  Inbox(Runnable announce) {
    this.announce = announce;
  }

  @Override
  public void accept(Attempt attempt, Reply reply) {
    answered.add(new Answered(attempt, reply));
    if (announced.compareAndSet(false, true)) {
      announce.run();
    }
  }

  /** Hands over everything that came back. */
  void drainTo(Delivery delivery) {
    announced.set(false);
    for (Answered one = answered.poll(); one != null; one = answered.poll()) {
      delivery.replied(one.attempt(), one.reply());
    }
  }

  /** Waits until something came back, at most so long, and hands everything over. */
  void awaitAndDrainTo(Delivery delivery, long mostMillis) throws InterruptedException {
    Answered first = answered.poll(mostMillis, TimeUnit.MILLISECONDS);
    if (first != null) {
      delivery.replied(first.attempt(), first.reply());
    }
    drainTo(delivery);
  }
}
