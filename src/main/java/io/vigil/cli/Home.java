package io.vigil.cli;

import java.nio.file.Path;

/** The folder that Vigil was unpacked to: the launcher says which, otherwise the working one. */
final class Home {
  static Path path() {
    return Path.of(System.getProperty("vigil.home", ""));
  }

  private Home() {}
}
