package io.vigil.source.amqp;

/** A partition cannot be read any more, for a reason that does not pass. */
final class PartitionLost extends Exception {
  private static final long serialVersionUID = 1L;

  PartitionLost(Throwable cause) {
    super(cause);
  }
}
