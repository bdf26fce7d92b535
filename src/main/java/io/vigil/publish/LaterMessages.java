package io.vigil.publish;

import io.vigil.sensor.DeviceBatch;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * The messages of files as if everything in them had happened later, all by the same span. What
 * their people did is left out: while it happens, no sensor knows.
 */
final class LaterMessages implements Closeable {
  private static final String NOBODY_SAYS = "";

  private final FileMessages messages;
  private final long laterMicros;

  /**
   * @param laterMicros by how much, in microseconds
   */
  LaterMessages(FileMessages messages, long laterMicros) {
    this.messages = messages;
    this.laterMicros = laterMicros;
  }

  boolean hasNext() {
    return messages.hasNext();
  }

  /** The next message; its samples are what the file says, but for their times and labels. */
  Outgoing next() {
    Outgoing next = messages.next();
    DeviceBatch batch = next.batch();
    return new Outgoing(
        new DeviceBatch(
            batch.participantId(),
            Arrays.stream(batch.times()).map(time -> time + laterMicros).toArray(),
            batch.unit(),
            batch.x(),
            batch.y(),
            batch.z(),
            NOBODY_SAYS,
            batch.origin(),
            batch.position(),
            batch.whole()),
        next.due() + laterMicros);
  }

  @Override
  public void close() throws IOException {
    messages.close();
  }
}
