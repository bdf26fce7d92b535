package io.vigil.cli;

/** What a command was asked for could not be done: exit code 1, the message on one line. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
