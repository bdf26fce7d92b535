package io.vigil.store.cosmos.server;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the ring of effective partition keys, which compare as text.
 *
 * @param min the first place in it
 * @param max the first place behind it
 */
record KeyRange(String min, String max) {
  static final KeyRange ALL = new KeyRange("", "FF");

  /** The ring in equal parts. Hashes of version 2 lie below 40. */
  static List<KeyRange> split(int parts) {
    List<KeyRange> ranges = new ArrayList<>();
    String min = ALL.min;
    for (int part = 1; part <= parts; part++) {
      String max =
          part == parts ? ALL.max : String.format("%08X%024d", 0x40000000L * part / parts, 0);
      ranges.add(new KeyRange(min, max));
      min = max;
    }
    return ranges;
  }

  boolean contains(String place) {
    return min.compareTo(place) <= 0 && place.compareTo(max) < 0;
  }

  boolean overlaps(KeyRange other) {
    return min.compareTo(other.max) < 0 && other.min.compareTo(max) < 0;
  }

  KeyRange within(KeyRange other) {
    return new KeyRange(
        min.compareTo(other.min) > 0 ? min : other.min,
        max.compareTo(other.max) < 0 ? max : other.max);
  }
}
