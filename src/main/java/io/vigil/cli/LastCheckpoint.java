package io.vigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds where a job that ran on this machine was when it ended. */
final class LastCheckpoint {
  private static final String COMPLETE = "_metadata";

  /** job/chk-n/_metadata */
  private static final int DEPTH = 3;

  /** The folder of the youngest complete checkpoint of any job under a folder. */
  static Optional<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(folder, DEPTH, (file, facts) -> isComplete(file))) {
      return files.max(Comparator.comparing(LastCheckpoint::written)).map(Path::getParent);
    }
  }

  /** A savepoint does not count: the job that left it was ended for good. */
  private static boolean isComplete(Path file) {
    return file.endsWith(COMPLETE) && file.getParent().getFileName().toString().startsWith("chk-");
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private LastCheckpoint() {}
}
