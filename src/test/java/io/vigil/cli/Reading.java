package io.vigil.cli;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Locale;

/**
 * One sample as a row of a csv file says it.
 *
 * @param micros since the epoch
 * @param x in the file's unit
 * @param y in the file's unit
 * @param z in the file's unit
 */
record Reading(long micros, double x, double y, double z) {

  Reading with(double newX, double newY, double newZ) {
    return new Reading(micros, newX, newY, newZ);
  }

  Reading times(double factor) {
    return with(x * factor, y * factor, z * factor);
  }

  Reading at(long newMicros) {
    return new Reading(newMicros, x, y, z);
  }

  String row(String participantId) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.5f,%.5f,%.5f%n",
        participantId,
        Instant.EPOCH.plus(micros, MICROS),
        x,
        y,
        z);
  }
}
