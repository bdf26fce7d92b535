package io.vigil.simulate;

/**
 * A time in which a sensor is out of reach of the radio.
 *
 * @param start in seconds since the day began
 * @param end the first second after it
 * @param uploaded whether the sensor kept its batches and sends them afterwards
 */
record Gap(int start, int end, boolean uploaded) {

  static final Gap NONE = new Gap(0, 0, false);

  boolean covers(int second) {
    return second >= start && second < end;
  }
}
