package io.vigil.settings;

import java.util.List;

/**
 * What a setting may be.
 *
 * @param <T> what it is read into
 */
public interface Kind<T> {

  /** What it is read into. */
  Class<T> type();

  /** What is allowed, to follow "expected" or to stand in a table. */
  String allowed();

  /**
   * Reads one value.
   *
   * @throws RefusedValue if it is not allowed
   */
  T read(String text) throws RefusedValue;

  /**
   * Reads a list of values, which most kinds refuse.
   *
   * @throws RefusedValue if it is not allowed
   */
  default T read(List<String> texts) throws RefusedValue {
    throw new RefusedValue("is a list");
  }
}
