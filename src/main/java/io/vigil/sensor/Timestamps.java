package io.vigil.sensor;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads moments, which are ISO-8601 with a zone or milliseconds since the epoch. */
final class Timestamps {
  private static final int LONGEST = 64;

  /** Microseconds since the epoch (UTC) of an ISO-8601 or a number of milliseconds. */
  static long micros(byte[] bytes, int from, int to, String name) throws Refusal {
    if (looksLikeDate(bytes, from, to)) {
      return micros(new String(bytes, from, to - from, StandardCharsets.UTF_8).strip(), name);
    }
    return micros(Numbers.parse(bytes, from, to, name), name);
  }

  /** As {@link #micros(byte[], int, int, String)}. */
  static long micros(String text, String name) throws Refusal {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!looksLikeDate(bytes, 0, bytes.length)) {
      return micros(Numbers.parse(bytes, 0, bytes.length, name), name);
    }
    try {
      return micros(Instant.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refusal(
          name
              + " is "
              + Quote.of(text)
              + ", expected ISO-8601 with a zone, as in 2026-01-05T09:00:00.019Z, or milliseconds"
              + " since 1970");
    }
  }

  /**
   * From milliseconds, which may have a fraction; beyond the range of a long it is the end of it.
   */
  static long micros(double epochMillis, String name) throws Refusal {
    return Math.round(Numbers.finite(epochMillis, name) * 1e3);
  }

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  /** A date has a dash or a colon within; a number has a dash in front or behind an e. */
  private static boolean looksLikeDate(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (bytes[i] == ':' || (bytes[i] == '-' && (bytes[i - 1] | 0x20) != 'e')) {
        return true;
      }
    }
    return false;
  }

  private Timestamps() {}
}
