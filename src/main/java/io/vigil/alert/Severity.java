package io.vigil.alert;

/** How bad it is, the worst first. */
public enum Severity {
  CRITICAL,
  MAJOR,
  MINOR,
  WARNING,
  /** Nothing can be said with confidence. */
  INDETERMINATE;

  /** Whether this is worse than the other. */
  public boolean worseThan(Severity other) {
    return ordinal() < other.ordinal();
  }
}
