package io.vigil.source.amqp;

/**
 * What came back from a hub instead of an answer.
 *
 * @param fatal whether trying again cannot help
 * @param cameBack what was seen, in one line without secrets
 * @param advice what to do about it
 */
record AmqpFault(boolean fatal, String cameBack, String advice) {

  /** {@code cameBack; advice}. */
  @Override
  public String toString() {
    return cameBack + "; " + advice;
  }
}
