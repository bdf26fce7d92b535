package io.vigil.settings;

/**
 * What one check of the settings against the world found, in one line.
 *
 * @param passed whether all is well
 * @param tried what was tried and where, such as {@code Event Hubs (amqp) vigil-ns/sensors:
 *     connect}
 * @param cameBack what came back, without secrets
 * @param advice what to do, or the empty string where all is well
 */
public record Finding(boolean passed, String tried, String cameBack, String advice) {

  /** All is well. */
  public static Finding ok(String tried, String cameBack) {
    return new Finding(true, tried, cameBack, "");
  }

  /** Something is wrong. */
  public static Finding wrong(String tried, String cameBack, String advice) {
    return new Finding(false, tried, cameBack, advice);
  }

  /** {@code tried: cameBack; advice}. */
  @Override
  public String toString() {
    return tried + ": " + cameBack + (advice.isEmpty() ? "" : "; " + advice);
  }
}
