package io.vigil.model;

/**
 * A model that must not be used: unreadable, altered, or not made for this build. The message says
 * what was seen and what was expected; what stays in force is for the caller to say.
 */
public final class ModelRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses with what was seen and what was expected. */
  public ModelRefused(String message) {
    super(message);
  }

  /** Refuses because of another failure. */
  public ModelRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** Refuses unless the condition holds; the message is that of {@link String#format}. */
  static void unless(boolean condition, String format, Object... arguments) {
    if (!condition) {
      throw new ModelRefused(String.format(format, arguments));
    }
  }
}
