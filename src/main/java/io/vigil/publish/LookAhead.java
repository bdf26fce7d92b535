package io.vigil.publish;

import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;

/**
 * Puts messages in the order in which they are due, as far as it can see ahead: a file may hold its
 * participants one after the other. What is due for one participant never goes back within a file,
 * so nobody's messages change places.
 */
final class LookAhead implements Iterator<Outgoing> {
  /** What a message takes of memory besides its samples, in samples. */
  private static final int FRAME = 16;

  private record Seen(Outgoing message, long number) {
    long room() {
      return FRAME + message.batch().size();
    }
  }

  private final Iterator<Outgoing> messages;
  private final long most;
  private final PriorityQueue<Seen> seen =
      new PriorityQueue<>(
          Comparator.comparingLong((Seen one) -> one.message.due())
              .thenComparingLong(Seen::number));
  private long held;
  private long number;

  /**
   * @param mostSamples to hold, of 20 bytes each; above 0
   */
  LookAhead(Iterator<Outgoing> messages, long mostSamples) {
    this.messages = messages;
    this.most = mostSamples;
  }

  @Override
  public boolean hasNext() {
    return !seen.isEmpty() || messages.hasNext();
  }

  @Override
  public Outgoing next() {
    while (held < most && messages.hasNext()) {
      Seen message = new Seen(messages.next(), number++);
      held += message.room();
      seen.add(message);
    }
    Seen first = seen.remove();
    held -= first.room();
    return first.message;
  }
}
