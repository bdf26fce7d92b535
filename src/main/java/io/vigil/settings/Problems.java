package io.vigil.settings;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in a file; all of it is told at once. */
final class Problems {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String what) {
    found.add(file + " line " + line + ": " + what);
  }

  /** Ends the reading with all that was found. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new RefusedSettings(found);
    }
  }
}
