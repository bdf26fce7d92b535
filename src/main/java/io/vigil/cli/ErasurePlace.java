package io.vigil.cli;

import java.io.IOException;

/** One place that may hold something of a person. */
interface ErasurePlace {

  /** Its name on receipts. */
  String name();

  /** How much it holds of them. */
  long count() throws IOException;

  /** Deletes it; how much there was, and what stays. */
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
