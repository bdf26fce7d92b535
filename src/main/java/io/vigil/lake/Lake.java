package io.vigil.lake;

import java.io.Serializable;

/**
 * Where examples are kept.
 *
 * @param path a folder, or the address of one that Flink has a file system for
 * @param project the name above all participants
 * @param checkpoints how many of them go by until the small files of a participant's day become one
 *     that readers see; 1 or more
 */
public record Lake(String path, String project, int checkpoints) implements Serializable {

  /** Refuses what could not be a place. */
  public Lake {
    if (path.isBlank() || project.isBlank() || checkpoints < 1) {
      throw new IllegalArgumentException(
          "A lake at '%s' of project '%s', gathered over %d checkpoints; expected a place, a name and 1 or more"
              .formatted(path, project, checkpoints));
    }
  }
}
