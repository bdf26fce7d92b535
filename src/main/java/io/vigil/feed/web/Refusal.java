package io.vigil.feed.web;

/** A request that is not answered with what was asked for; the message is shown to who asked. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of HTTP
   * @param message what was seen, what was expected, what to do; without anything that the one who
   *     asks may not know
   */
  public Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }
}
