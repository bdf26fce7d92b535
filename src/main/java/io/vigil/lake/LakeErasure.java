package io.vigil.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Takes a participant's folder out of a lake. Files that the job is still gathering stay: their
 * names begin with a dot, readers do not see them, and a job that misses one does not go on.
 */
public final class LakeErasure {
  private final Path folder;

  /**
   * @param path where the lake is
   * @param project under which the participant is kept
   */
  public LakeErasure(String path, String project, String participantId) {
    this.folder =
        new Path(
            LakePath.of(path),
            "project=%s/participant=%s"
                .formatted(Partition.escaped(project), Partition.escaped(participantId)));
  }

  /**
   * What is in the folder.
   *
   * @param files that readers see
   * @param gathered files that the job has yet to end
   */
  public record Held(int files, int gathered) {
    private Held and(Held other) {
      return new Held(files + other.files, gathered + other.gathered);
    }
  }

  /** What there is. */
  public Held look() throws IOException {
    return walk(folder.getFileSystem(), folder, false);
  }

  /** Deletes what readers see; how much that was, and what is left. */
  public Held erase() throws IOException {
    FileSystem files = folder.getFileSystem();
    Held held = walk(files, folder, true);
    if (held.gathered() == 0 && files.exists(folder)) {
      files.delete(folder, true);
    }
    return held;
  }

  private static Held walk(FileSystem files, Path folder, boolean delete) throws IOException {
    Held held = new Held(0, 0);
    for (FileStatus each : list(files, folder)) {
      if (each.isDir()) {
        held = held.and(walk(files, each.getPath(), delete));
      } else if (each.getPath().getName().startsWith(".")) {
        held = held.and(new Held(0, 1));
      } else {
        held = held.and(new Held(1, 0));
        if (delete) {
          files.delete(each.getPath(), false);
        }
      }
    }
    return held;
  }

  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      FileStatus[] found = files.listStatus(folder);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }
}
