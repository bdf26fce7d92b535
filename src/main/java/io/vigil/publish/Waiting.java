package io.vigil.publish;

/** Time as it goes by, and somebody who may end the wait. */
public interface Waiting {

  /** Of a clock that goes on steadily, in nanoseconds. */
  long nanoTime();

  /**
   * Waits.
   *
   * @param nanos how long; 0 only looks
   * @return whether all is to stop now
   */
  boolean pause(long nanos);
}
