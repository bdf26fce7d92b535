package io.vigil.model;

/** Places in a list, in two bytes each where the list is short enough: half as much to fetch. */
final class Places {
  /** Null unless every place fits. */
  private final char[] narrow;

  /** Null if every place fits into two bytes. */
  private final int[] wide;

  /** Keeps places below the length of the list. */
  Places(int[] places, int length) {
    if (length > Character.MAX_VALUE + 1) {
      narrow = null;
      wide = places;
      return;
    }
    wide = null;
    narrow = new char[places.length];
    for (int i = 0; i < places.length; i++) {
      narrow[i] = (char) places[i];
    }
  }

  int get(int i) {
    return narrow != null ? narrow[i] : wide[i];
  }
}
