package io.vigil.publish;

import java.util.ArrayList;
import java.util.List;

/** A hub in memory that remembers what was sent, and may be told to fail. */
public class RecordingPublisher implements Publisher {

  /** One message. */
  public record Message(String participantId, byte[] payload) {}

  private final List<Message> handedOver = new ArrayList<>();
  private int surelyThere;
  private long failAfter = Long.MAX_VALUE;
  private boolean closed;

  /** Takes so many messages and then none. */
  public RecordingPublisher failingAfter(long messages) {
    failAfter = messages;
    return this;
  }

  @Override
  public void send(String participantId, byte[] payload) {
    if (handedOver.size() >= failAfter) {
      throw new PublishFailed("The hub is full", null);
    }
    handedOver.add(new Message(participantId, payload));
  }

  @Override
  public void flush() {
    surelyThere = handedOver.size();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Everything handed over, in order. */
  public List<Message> messages() {
    return handedOver;
  }

  /** What was flushed. */
  public List<Message> flushed() {
    return handedOver.subList(0, surelyThere);
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }
}
