package io.vigil.publish;

/** Messages could not be sent; the message says what was tried, what came back and what to do. */
public final class PublishFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublishFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
