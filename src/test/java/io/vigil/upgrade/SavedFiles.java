package io.vigil.upgrade;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A release's savepoint with all that belongs to it, in a folder of the test resources: {@code
 * savepoint/_metadata}; the files of the lake that no reader saw yet; the day's messages, with how
 * many of them each source had read; and what the release itself left behind when it went on from
 * there.
 *
 * <p>A savepoint holds absolute paths, of the files that a source reads and of a lake's files that
 * wait for others. So a job that is saved or restored works in a folder whose path is always
 * {@value #LENGTH} characters long, and one path is written over the other.
 *
 * @param folder of the release
 */
record SavedFiles(Path folder) {
  private static final int LENGTH = 160;

  /** A folder for a job, inside another one. */
  static Path place(Path inside) throws IOException {
    int left = LENGTH - inside.toAbsolutePath().toString().length() - 1;
    return Files.createDirectories(inside.toAbsolutePath().resolve("x".repeat(left)));
  }

  Path oracle() {
    return folder.resolve("oracle.gz");
  }

  /** Keeps the savepoint of a job that was stopped, and its lake. */
  void keep(Path place, Path savepoint) throws IOException {
    copy(savepoint, folder.resolve("savepoint"), "", "");
    copy(place.resolve("lake"), folder.resolve("lake"), "", "");
    Files.writeString(folder.resolve("place"), place.toString());
  }

  /**
   * Puts a savepoint and its lake where a job can go on with them.
   *
   * @return where the savepoint is
   */
  String layOut(Path place) throws IOException {
    String before = Files.readString(folder.resolve("place"));
    copy(folder.resolve("savepoint"), place.resolve("savepoint"), before, place.toString());
    copy(folder.resolve("lake"), place.resolve("lake"), "", "");
    return place.resolve("savepoint").toUri().toString();
  }

  void keep(SavedDay day, SavedDay.Cut cut) throws IOException {
    write(folder.resolve("file.gz"), day.file());
    write(folder.resolve("amqp.gz"), day.amqp());
    write(folder.resolve("kafka.gz"), day.kafka());
    Files.writeString(
        folder.resolve("read"), cut.file() + "\n" + cut.amqp() + "\n" + cut.kafka() + "\n");
  }

  SavedDay day() throws IOException {
    return new SavedDay(
        read(folder.resolve("file.gz")),
        read(folder.resolve("amqp.gz")),
        read(folder.resolve("kafka.gz")));
  }

  SavedDay.Cut cut() throws IOException {
    List<Integer> read =
        Files.readAllLines(folder.resolve("read")).stream().map(Integer::valueOf).toList();
    return new SavedDay.Cut(read.get(0), read.get(1), read.get(2));
  }

  static void write(Path file, List<String> lines) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static List<String> read(Path file) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void copy(Path from, Path to, String before, String after) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  Path copy = to.resolve(from.relativize(file).toString());
                  Files.createDirectories(copy.getParent());
                  Files.write(copy, replaced(Files.readAllBytes(file), before, after));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** As every byte is one character of this set, nothing else changes. */
  private static byte[] replaced(byte[] bytes, String before, String after) {
    if (before.isEmpty()) {
      return bytes;
    }
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(before, after)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
