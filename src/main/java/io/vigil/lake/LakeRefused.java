package io.vigil.lake;

/** A lake that cannot be read. The message says what was seen and what was expected. */
public final class LakeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LakeRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** What lies at the bottom of a failure. */
  static String reason(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.toString() : last.getMessage();
  }
}
