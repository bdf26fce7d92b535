package io.vigil.publish;

/** Sends messages to a hub, at least once; a participant's messages keep their order. */
public interface Publisher extends AutoCloseable {

  /**
   * Hands a message over to be sent, and waits where too many are under way.
   *
   * @param participantId the partition key
   * @throws PublishFailed if this message or one before could not be sent
   */
  void send(String participantId, byte[] payload);

  /**
   * Waits until everything handed over is in the hub.
   *
   * @throws PublishFailed if something could not be sent
   */
  void flush();

  /** Flushes nothing: what was not flushed may or may not have been sent. */
  @Override
  void close();
}
