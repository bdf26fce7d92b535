package io.vigil.lake;

import io.vigil.settings.Finding;
import java.io.IOException;
import java.util.UUID;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** Tries whether the job could write to a lake. */
public final class LakeCheck {

  /** Makes a hidden file, and takes it away again. */
  public static Finding run(Lake lake) {
    String tried = "Lake " + lake.path() + ": make a file";
    try {
      lake.check();
      Path folder = LakePath.of(lake.path());
      FileSystem files = folder.getFileSystem();
      files.createRecoverableWriter();
      files.mkdirs(folder);
      Path probe = new Path(folder, ".probe-" + UUID.randomUUID());
      try (FSDataOutputStream out = files.create(probe, WriteMode.NO_OVERWRITE)) {
        out.write(0);
      } finally {
        files.delete(probe, false);
      }
      return Finding.ok(tried, "can be written");
    } catch (IOException | RuntimeException | LinkageError e) {
      return Finding.wrong(
          tried,
          "cannot be written: " + LakeRefused.reason(e),
          "set lake.path to a folder that can be written, or to an address that Flink has a file system for");
    }
  }

  private LakeCheck() {}
}
