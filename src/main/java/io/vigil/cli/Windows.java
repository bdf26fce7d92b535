package io.vigil.cli;

import java.util.List;

/** What a command that reads labels cannot do without. */
final class Windows {

  /**
   * Refuses to go on without any window.
   *
   * @param windows or what was made of each of them
   */
  static void expect(List<?> windows) {
    if (windows.isEmpty()) {
      throw new CommandFailed(
          "The files gave no window; expected some seconds of usable rows without a gap, so are"
              + " --format and --unit right?",
          null);
    }
  }

  private Windows() {}
}
