package io.vigil.lake;

import java.io.Serializable;
import java.net.URI;

/**
 * Where examples are kept.
 *
 * @param path a folder, or the address of one that Flink has a file system for
 * @param project the name above all participants
 * @param checkpoints how many of them go by until the small files of a participant's day become one
 *     that readers see; {@link #AT_ONCE} to let them see the small ones
 */
public record Lake(String path, String project, int checkpoints) implements Serializable {
  /** Nothing is gathered: for a job that ends. */
  public static final int AT_ONCE = 0;

  /** Refuses what could not be a place. */
  public Lake {
    if (path.isBlank() || project.isBlank() || checkpoints < AT_ONCE) {
      throw new IllegalArgumentException(
          "A lake at '%s' of project '%s', gathered over %d checkpoints; expected a place, a name and 0 or more"
              .formatted(path, project, checkpoints));
    }
  }

  /** Whether small files become larger ones. */
  boolean gathers() {
    return checkpoints != AT_ONCE;
  }

  /**
   * Refuses to gather files where they would not be found again: Flink writes down their paths as
   * addresses and reads them as paths, which is the same only for plain characters.
   *
   * @throws IllegalArgumentException saying so
   */
  void check() {
    URI address = LakePath.of(path).toUri();
    if (gathers() && !address.getRawPath().equals(address.getPath())) {
      throw new IllegalArgumentException(
          "the path has a space or another character that is %s in an address, where files cannot be gathered; expected plain letters, digits and - _ . ~"
              .formatted(address.getRawPath()));
    }
  }
}
