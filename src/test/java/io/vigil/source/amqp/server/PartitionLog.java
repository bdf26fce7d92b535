package io.vigil.source.amqp.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.qpid.proton.message.Message;

/** The messages of a partition, and the readers that wait for more. */
final class PartitionLog {
  private final String id;
  private final Readers readers = new Readers();
  private List<StoredMessage> messages = new ArrayList<>();
  private long firstSequence;
  private long lastOffset = -1;
  private Instant lastEnqueued = Instant.EPOCH;

  PartitionLog(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  Readers readers() {
    return readers;
  }

  /** Appends a message that arrives now, and wakes who waits for it. */
  void append(Message message, Instant now) {
    Instant enqueued = now.isBefore(lastEnqueued) ? lastEnqueued : now;
    long offset = lastOffset < 0 ? 0 : lastOffset + 64;
    StoredMessage stored = Messages.store(message, lastSequence() + 1, offset, enqueued);
    messages.add(stored);
    lastOffset = offset;
    lastEnqueued = enqueued;
    readers.wake();
  }

  /** The oldest messages expire. */
  void dropBefore(long sequence) {
    int expired = (int) Math.min(messages.size(), Math.max(0, sequence - firstSequence));
    messages = new ArrayList<>(messages.subList(expired, messages.size()));
    firstSequence += expired;
  }

  /** The message with this number, or the oldest that is left of those behind it, or null. */
  StoredMessage atOrAfter(long sequence) {
    long index = Math.max(0, sequence - firstSequence);
    return index < messages.size() ? messages.get((int) index) : null;
  }

  /** The number of the first message for which this holds; messages must be in that order. */
  long firstWhere(Predicate<StoredMessage> isBehind) {
    int low = 0;
    int high = messages.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBehind.test(messages.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return firstSequence + low;
  }

  List<StoredMessage> messages() {
    return List.copyOf(messages);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  long firstSequence() {
    return firstSequence;
  }

  /** The number of the newest message that ever was, or -1. */
  long lastSequence() {
    return firstSequence + messages.size() - 1;
  }

  /** The offset of the newest message that ever was, or -1. */
  long lastOffset() {
    return lastOffset;
  }

  Instant lastEnqueued() {
    return lastEnqueued;
  }
}
