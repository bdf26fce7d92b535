package io.vigil.settings;

import java.util.List;

/** A file of settings with something in it that is not allowed. */
public final class RefusedSettings extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems each a sentence with file, line, path, what was seen and what is allowed
   */
  RefusedSettings(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
