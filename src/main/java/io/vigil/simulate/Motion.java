package io.vigil.simulate;

/** How a body moves: a pure function of time. */
interface Motion {

  /**
   * What a sensor on the chest would read, in the axes of the body.
   *
   * @param seconds since the day began
   */
  Acceleration at(double seconds);
}
