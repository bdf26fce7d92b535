package io.vigil.sensor;

/** One row of a file, overwritten by the next. */
final class Row {
  /** Empty until it is known. */
  String participantId = "";

  /** Microseconds since the epoch (UTC). */
  long time;

  float x;
  float y;
  float z;
  String activity = "";
}
