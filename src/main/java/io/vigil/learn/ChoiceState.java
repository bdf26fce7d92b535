package io.vigil.learn;

/** What choosing examples remembers of one participant between windows. */
public final class ChoiceState {
  /** Windows seen so far. */
  public long windows;
}
