package io.vigil.feed.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one trail in their order, and how long each stays.
 *
 * @param folder they are in
 * @param name their names begin with
 * @param mostBytes of one; the next line begins another
 * @param kept how long one stays after its last line
 * @param most how many stay at all
 */
record AuditFiles(Path folder, String name, long mostBytes, Duration kept, int most) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String END = ".jsonl";

  /** All of them, the oldest first: their names sort by when they were begun. */
  List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(this::ours).sorted().toList();
    }
  }

  /** A name for another, behind all that there are unless the clock was set back. */
  Path begin(Instant now) {
    String stamp = STAMP.format(now);
    int number = 0;
    Path file = file(stamp, number);
    while (Files.exists(file)) {
      file = file(stamp, ++number);
    }
    return file;
  }

  /** Removes those that are too old, or too many. */
  void clear(Instant now) throws IOException {
    List<Path> all = all();
    for (int place = 0; place < all.size() - 1; place++) {
      Path file = all.get(place);
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(kept));
      if (old || all.size() - place > most) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path file(String stamp, int number) {
    return folder.resolve("%s-%s-%03d%s".formatted(name, stamp, number, END));
  }

  private boolean ours(Path file) {
    String found = file.getFileName().toString();
    return found.startsWith(name + "-") && found.endsWith(END);
  }
}
