package io.vigil.cli;

import java.io.IOException;

/** One place that may hold something of a person. */
interface ErasurePlace {

  /** Its name on receipts. */
  String name();

  /**
   * Why there is nothing to look into, or the empty string where there is: a place that is not
   * there must not look like one in which nothing was found.
   */
  default String missing() throws IOException {
    return "";
  }

  /** How much it holds of them; asked only where it is there. */
  long count() throws IOException;

  /** Deletes it; how much there was, and what stays. Asked only where it is there. */
  Outcome erase() throws IOException;

  /**
   * What came of it.
   *
   * @param removed how much there was
   * @param stays what could not be removed and what is to be done, or the empty string
   */
  record Outcome(long removed, String stays) {
    static Outcome all(long removed) {
      return new Outcome(removed, "");
    }
  }
}
