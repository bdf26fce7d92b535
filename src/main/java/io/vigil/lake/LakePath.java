package io.vigil.lake;

import java.nio.file.Paths;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.Path;

/** Where a lake is, as a setting or an option says it. */
final class LakePath {
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.*");

  /** An address where it has a scheme, as {@code abfss://…}; a folder of this machine otherwise. */
  static Path of(String text) {
    return ADDRESS.matcher(text).matches()
        ? new Path(text)
        : new Path(Paths.get(text).toAbsolutePath().normalize().toUri());
  }

  private LakePath() {}
}
