package io.vigil.savepoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;

/** What a savepoint or a checkpoint says of itself. */
public final class SavedOperators {
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:/.*");

  /**
   * Reads it, from this machine or wherever Flink has a file system for.
   *
   * @param place its folder, or the file {@code _metadata} in it
   * @throws IOException saying what is there instead
   */
  public static CheckpointMetadata in(String place) throws IOException {
    CompletedCheckpointStorageLocation found =
        AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(address(place).toString());
    try (DataInputStream in = new DataInputStream(found.getMetadataHandle().openInputStream())) {
      return Checkpoints.loadCheckpointMetadata(
          in, SavedOperators.class.getClassLoader(), found.getExternalPointer());
    }
  }

  /** An address where it has a scheme; a folder of this machine otherwise. */
  static Path address(String place) {
    return ADDRESS.matcher(place).matches()
        ? new Path(place)
        : new Path(Paths.get(place).toAbsolutePath().normalize().toUri());
  }

  private SavedOperators() {}
}
