package io.vigil.alert.fall;

/** Why nothing can be said of a participant's signal. */
public enum SignalFault {
  /** An axis stands at the end of its range in one cell of ten. */
  SATURATED,
  /** Most of the signal is read off lines between samples far apart. */
  SPARSE,
  /** An axis does not change by a single step for seconds: the sensor hangs. */
  STUCK,
  /** Gravity is far from 1 g: the unit or the profile is mistaken. */
  NO_GRAVITY
}
