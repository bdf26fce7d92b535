package io.vigil.feed.log;

import java.time.Instant;

/**
 * How reading a container's changes goes.
 *
 * @param container its name
 * @param lastRead when it was last read to its end; null before the first time
 * @param fault why it cannot be read now; the empty string where it can
 */
public record TailState(String container, Instant lastRead, String fault) {

  /** Whether it could be read when it was last tried. */
  public boolean sound() {
    return fault.isEmpty();
  }
}
