package io.vigil.sensor.packed;

/** Something whose arrays of numbers are longer than what they hold. */
public interface PartlyFilled {

  /** How many values of each array count; the others are left out. */
  int filled();
}
