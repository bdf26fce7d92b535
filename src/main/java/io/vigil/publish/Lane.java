package io.vigil.publish;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What waits to be sent of one participant. It has at most one batch under way, so that a batch
 * that is tried again cannot fall behind the next.
 */
final class Lane {
  private final String participantId;
  private final Deque<EventData> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean underWay;
  private boolean ready;

  Lane(String participantId) {
    this.participantId = participantId;
  }

  String participantId() {
    return participantId;
  }

  void add(EventData message) {
    waiting.add(message);
    waitingBytes += weight(message);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Payloads and what goes around them, in bytes, roughly. */
  long waitingBytes() {
    return waitingBytes;
  }

  boolean isUnderWay() {
    return underWay;
  }

  void setUnderWay(boolean underWay) {
    this.underWay = underWay;
  }

  /** Whether it waits in line for a batch. */
  boolean isReady() {
    return ready;
  }

  void setReady(boolean ready) {
    this.ready = ready;
  }

  /**
   * Moves the oldest messages into the batch, as many as fit.
   *
   * @return their weight in bytes; zero where not even the first fits
   */
  long fill(EventDataBatch batch) {
    long bytes = 0;
    while (!waiting.isEmpty() && batch.tryAdd(waiting.peek())) {
      bytes += weight(waiting.remove());
    }
    waitingBytes -= bytes;
    return bytes;
  }

  /** The payload of the oldest message, in bytes. */
  int firstBytes() {
    return waiting.isEmpty() ? 0 : waiting.peek().getBody().length;
  }

  static long weight(EventData message) {
    return message.getBody().length + 64L;
  }
}
