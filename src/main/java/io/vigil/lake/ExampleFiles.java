package io.vigil.lake;

import io.vigil.learn.Example;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * The files of a lake, or of a folder in it. One example is in memory at a time, and one row group
 * of a file. What is hidden, as files that are still being written, is left out.
 */
public final class ExampleFiles {
  private final List<FileStatus> files;

  private ExampleFiles(List<FileStatus> files) {
    this.files = files;
  }

  /**
   * Finds them.
   *
   * @param lake a folder, or the address of one
   * @throws LakeRefused if there is no such folder
   * @throws IOException if it cannot be listed
   */
  public static ExampleFiles in(String lake) throws IOException {
    Path folder = LakePath.of(lake);
    List<FileStatus> found = new ArrayList<>();
    try {
      find(folder, found);
    } catch (FileNotFoundException e) {
      throw new LakeRefused("There is no folder " + lake + ", expected a lake", e);
    }
    found.sort(Comparator.comparing(file -> file.getPath().toString()));
    return new ExampleFiles(found);
  }

  private static void find(Path folder, List<FileStatus> found) throws IOException {
    FileStatus[] all = folder.getFileSystem().listStatus(folder);
    if (all == null) {
      throw new FileNotFoundException(folder.toString());
    }
    for (FileStatus one : all) {
      String name = one.getPath().getName();
      boolean hidden = name.startsWith(".") || name.startsWith("_");
      if (!hidden && one.isDir()) {
        find(one.getPath(), found);
      } else if (!hidden && name.endsWith(".parquet")) {
        found.add(one);
      }
    }
  }

  /** How many files there are. */
  public int count() {
    return files.size();
  }

  /** How large they are together, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  /**
   * Reads them, by folder and name, each in its own order: those of a participant behind each
   * other.
   *
   * @param done told after each file how large it was, in bytes
   * @throws LakeRefused if a file is not what the job writes; the message names it
   * @throws IOException if one cannot be read
   */
  public void read(Consumer<Example> taker, LongConsumer done) throws IOException {
    for (FileStatus file : files) {
      try (ParquetReader<Example> reader = ExampleFormat.reader(new LakeInput(file.getPath()))) {
        for (Example next = next(reader, file); next != null; next = next(reader, file)) {
          taker.accept(next);
        }
      }
      done.accept(file.getLen());
    }
  }

  /** The same without anybody who is told. */
  public void read(Consumer<Example> taker) throws IOException {
    read(taker, bytes -> {});
  }

  private static Example next(ParquetReader<Example> reader, FileStatus file) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw new LakeRefused(
          "%s holds no examples: %s; expected a file that the job wrote, take it away and try again"
              .formatted(file.getPath().getPath(), LakeRefused.reason(e)),
          e);
    }
  }

  /** Takes in one file as it is. */
  @FunctionalInterface
  public interface Bytes {
    /**
     * @param name of the file, without its folders
     * @param in closed by whoever calls
     */
    void take(String name, InputStream in) throws IOException;
  }

  /** Hands out the bytes of each file. */
  public void open(Bytes each) throws IOException {
    for (FileStatus file : files) {
      try (InputStream in = file.getPath().getFileSystem().open(file.getPath())) {
        each.take(file.getPath().getName(), in);
      }
    }
  }
}
