package io.vigil.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Where lines end. */
final class Terminal {

  /** Its width in characters; a file and a pipe take lines of any length. */
  static int width(CommandSpec spec) {
    return System.console() == null
        ? Integer.MAX_VALUE
        : spec.usageMessage().autoWidth(true).width();
  }

  private Terminal() {}
}
