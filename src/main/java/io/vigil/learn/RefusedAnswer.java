package io.vigil.learn;

/** An answer that cannot be taken; the message says what was seen and what was expected. */
public final class RefusedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What is wrong with it. */
  public enum Why {
    /** Nobody was asked about that time of that participant, or it was too long ago. */
    NOT_ASKED,
    /** The activities lack what it says. */
    UNKNOWN_ACTIVITY
  }

  RefusedAnswer(Why why, String message) {
    super(message);
    this.why = why;
  }

  /** What is wrong with it. */
  public Why why() {
    return why;
  }
}
