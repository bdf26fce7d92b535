package io.vigil.source.amqp;

import java.time.Instant;

/**
 * Where in a partition is read on. What was read is left behind strictly: a hub refuses to begin
 * <em>at</em> a message that it does not have yet, so the next one can only be asked for as what
 * comes <em>after</em> the last.
 */
public sealed interface Place {
  /** No sequence number: which message comes first cannot be said before it is here. */
  long UNKNOWN = -1;

  /** At the oldest message that the hub still has. */
  record Beginning() implements Place {}

  /** At the message with this sequence number. */
  record From(long sequence) implements Place {}

  /** At the first message that arrived at this time or later. */
  record Since(Instant time) implements Place {}

  /**
   * Behind a message that was read.
   *
   * @param sequence its sequence number
   * @param offset the hub's own word for it, understood by nobody else: numbers from before a
   *     geo-replicated namespace failed over mean nothing after it
   */
  record After(long sequence, String offset) implements Place {}

  /** The sequence number of the next message if none is missed, or {@link #UNKNOWN}. */
  default long expected() {
    if (this instanceof After after) {
      return after.sequence() + 1;
    }
    return this instanceof From from ? from.sequence() : UNKNOWN;
  }
}
