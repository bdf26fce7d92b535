package io.vigil.alert;

/**
 * What is told to every task that watches: new rules, or that they should say that they live.
 *
 * @param rules of a {@code rules.yaml}; the empty string where it is a tick
 * @param tick when it was asked, microseconds since the epoch (UTC), or {@link Alert#NEVER}
 */
public record Notice(String rules, long tick) {

  /** New rules. */
  static Notice rules(String text) {
    return new Notice(text, Alert.NEVER);
  }

  /** A question whether they live. */
  static Notice tick(long now) {
    return new Notice("", now);
  }

  /** Whether it asks for a sign of life. */
  boolean isTick() {
    return tick != Alert.NEVER;
  }
}
