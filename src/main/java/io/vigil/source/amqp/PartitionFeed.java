package io.vigil.source.amqp;

import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/**
 * Holds what arrived of a partition until the reader takes it. The thread that brings messages may
 * serve every partition of the connection, so it never waits here: instead no more is asked for
 * than there is room.
 */
final class PartitionFeed extends BaseSubscriber<HubMessage> {
  /** Messages that were asked for and not yet used up, at the most. */
  static final int ROOM = 512;

  /** Asked for at once, so that asking is seldom and the room is mostly in use. */
  private static final int REFILL = ROOM / 4;

  private final Bell bell;
  private List<HubMessage> arrived = new ArrayList<>();
  private Throwable fault;
  private int used;

  PartitionFeed(Bell bell) {
    this.bell = bell;
  }

  @Override
  protected void hookOnSubscribe(Subscription subscription) {
    subscription.request(ROOM);
  }

  @Override
  protected void hookOnNext(HubMessage message) {
    boolean first;
    synchronized (this) {
      first = arrived.isEmpty();
      arrived.add(message);
    }
    if (first) {
      bell.ring();
    }
  }

  @Override
  protected void hookOnError(Throwable thrown) {
    synchronized (this) {
      fault = thrown;
    }
    bell.ring();
  }

  /**
   * All that has arrived, in exchange for an empty list.
   *
   * @throws PartitionLost where the partition cannot be read any more
   */
  synchronized List<HubMessage> take(List<HubMessage> empty) throws PartitionLost {
    if (arrived.isEmpty() && fault != null) {
      throw new PartitionLost(fault);
    }
    List<HubMessage> taken = arrived;
    arrived = empty;
    return taken;
  }

  /** Makes room for one more; called by the reader's thread alone. */
  void useUp() {
    used++;
    if (used == REFILL) {
      used = 0;
      request(REFILL);
    }
  }
}
