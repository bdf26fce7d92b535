package io.vigil.feed.api;

import io.vigil.alert.Command;

/** Where commands go in, on their way to the job. */
@FunctionalInterface
public interface CommandDoor {

  /**
   * Hands a command over; when this returns it will reach the job.
   *
   * @throws RuntimeException where it may not
   */
  void put(Command command);
}
