package io.vigil.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** A folder that Flink has a file system for: of this machine, or as its settings sign in. */
final class FlinkLakeFolder implements LakeFolder {
  private final Path lake;
  private final Path folder;

  /**
   * @param path where the lake is
   * @param inside the folder's path in it
   */
  FlinkLakeFolder(String path, String inside) {
    this.lake = LakePath.of(path);
    this.folder = new Path(lake, inside);
  }

  @Override
  public boolean isInALake() throws IOException {
    return lake.getFileSystem().exists(lake);
  }

  @Override
  public List<String> files() throws IOException {
    List<String> found = new ArrayList<>();
    walk(folder.getFileSystem(), folder, found);
    return found;
  }

  private static void walk(FileSystem files, Path folder, List<String> found) throws IOException {
    for (FileStatus each : list(files, folder)) {
      if (each.isDir()) {
        walk(files, each.getPath(), found);
      } else {
        found.add(each.getPath().toString());
      }
    }
  }

  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      FileStatus[] found = files.listStatus(folder);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  @Override
  public void delete(String file) throws IOException {
    folder.getFileSystem().delete(new Path(file), false);
  }

  @Override
  public void deleteFolders() throws IOException {
    FileSystem files = folder.getFileSystem();
    if (files.exists(folder)) {
      files.delete(folder, true);
    }
  }
}
