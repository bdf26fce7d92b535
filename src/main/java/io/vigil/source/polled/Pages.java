package io.vigil.source.polled;

import java.io.IOException;
import java.util.List;

/**
 * What only grows, a page at a time.
 *
 * @param <T> what a page holds
 */
public interface Pages<T> extends AutoCloseable {

  /**
   * A page.
   *
   * @param values in their order; none where nothing is new
   * @param continuation where the next page begins
   * @param more whether it has something already
   */
  record Page<T>(List<T> values, String continuation, boolean more) {}

  /**
   * The page that begins where the one before it ended.
   *
   * @throws IOException if it cannot be read now; it is asked for again
   */
  Page<T> after(PolledSplit position) throws IOException;

  @Override
  default void close() {}
}
