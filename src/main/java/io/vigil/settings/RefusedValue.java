package io.vigil.settings;

/** A value that a setting may not have; what is allowed is said by its kind. */
public final class RefusedValue extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param wrong what is wrong with it, to follow the setting's path
   */
  public RefusedValue(String wrong) {
    super(wrong);
  }
}
