package io.vigil.feed.access;

/** Nobody knows who asks; the message may be shown to them. */
public final class Unauthorised extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unauthorised(String message) {
    super(message);
  }
}
