package io.vigil.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders to write to, found fit before any work is done for them. */
final class OutputFolder {

  /**
   * Makes the folder where there is none.
   *
   * @param option that named it, for messages
   * @throws CommandFailed where it cannot be written to
   */
  static void make(String option, Path folder) {
    check(option, folder);
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      throw refused(
          option, folder, "cannot be made (" + e.getFile() + " " + Failures.what(e) + ")");
    } catch (IOException e) {
      throw refused(option, folder, "cannot be made (" + e.getMessage() + ")");
    }
  }

  /** As {@link #make}, but leaves it to be made when there is something to put into it. */
  static void check(String option, Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw refused(option, folder, "cannot be a folder: " + there + " is a file");
    }
    if (!Files.isWritable(there)) {
      throw refused(option, folder, "cannot be written: permission is missing for " + there);
    }
  }

  private static CommandFailed refused(String option, Path folder, String why) {
    return new CommandFailed(
        "%s %s %s; expected a folder to write to, nothing was done".formatted(option, folder, why),
        null);
  }

  private OutputFolder() {}
}
