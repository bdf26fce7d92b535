package io.vigil.lake;

import java.io.IOException;

/**
 * Takes a participant's folder out of a lake. Files that the job is still gathering stay: their
 * names begin with a dot, readers do not see them, and a job that misses one does not go on.
 */
public final class LakeErasure {
  private final LakeFolder folder;

  /**
   * @param folder the participant's
   */
  public LakeErasure(LakeFolder folder) {
    this.folder = folder;
  }

  /**
   * A participant's folder.
   *
   * @param path where the lake is
   * @param project under which the participant is kept
   * @param byFlink whether Flink's settings say how to sign in to Azure storage; otherwise this
   *     process does as itself
   */
  public static LakeErasure of(String path, String project, String participantId, boolean byFlink) {
    String inside =
        "project=%s/participant=%s"
            .formatted(Partition.escaped(project), Partition.escaped(participantId));
    return new LakeErasure(
        BlobLakeFolder.isAzure(path) && !byFlink
            ? new BlobLakeFolder(BlobLakeFolder.blobs(path), inside)
            : new FlinkLakeFolder(path, inside));
  }

  /**
   * What is in the folder.
   *
   * @param files that readers see
   * @param gathered files that the job has yet to end
   */
  public record Held(int files, int gathered) {}

  /** Whether there is a lake, with whatever in it. */
  public boolean isThere() throws IOException {
    return folder.isInALake();
  }

  /** What there is. */
  public Held look() throws IOException {
    return walk(false);
  }

  /** Deletes what readers see; how much that was, and what is left. */
  public Held erase() throws IOException {
    Held held = walk(true);
    if (held.gathered() == 0) {
      folder.deleteFolders();
    }
    return held;
  }

  private Held walk(boolean delete) throws IOException {
    int files = 0;
    int gathered = 0;
    for (String file : folder.files()) {
      if (file.substring(file.lastIndexOf('/') + 1).startsWith(".")) {
        gathered++;
      } else {
        files++;
        if (delete) {
          folder.delete(file);
        }
      }
    }
    return new Held(files, gathered);
  }
}
