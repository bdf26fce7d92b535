package io.vigil.train;

/** Data no model can be trained on. The message says what was seen and what was expected. */
public final class TrainingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refuses with what was seen and what was expected. */
  public TrainingRefused(String message) {
    super(message);
  }
}
