package io.vigil.settings;

import java.io.Serializable;
import java.util.Objects;

/** A text that must not be seen: printed, it says only that it is there. */
public final class Secret implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No secret is set: whoever needs one asks for a token of the machine's own identity instead. */
  public static final Secret NONE = new Secret("");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** The secret with this text; empty for none. */
  public static Secret of(String text) {
    return text.isEmpty() ? NONE : new Secret(text);
  }

  /** Whether one is set. */
  public boolean isSet() {
    return !text.isEmpty();
  }

  /** The text itself, for the one call that needs it; never for a message or a log. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return isSet() ? "(secret)" : "(none)";
  }
}
