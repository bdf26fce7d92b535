package io.vigil.simulate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as they are written. */
final class Times {
  private Times() {}

  /** ISO-8601 in UTC. */
  static String iso(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
