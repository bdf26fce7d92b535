package io.vigil.source;

import io.vigil.sensor.CsvHeader;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files are read, by whom and in which order, decided before the job starts.
 *
 * @param splits the largest first, so that readers finish about together
 * @param rowsByFile how many rows each file has, counted apart from the reader, in the order in
 *     which the files were given
 */
public record FilePlan(List<HistoricalSplit> splits, Map<String, Long> rowsByFile) {

  /**
   * Checks the files and plans how they are read. Files that share a participant are read one after
   * the other, the earliest first, so that nobody's samples arrive in the wrong order.
   *
   * @throws UnusableFilesException where a file is missing, unreadable, a directory, empty, given
   *     twice or without a usable header, or where two {@code uci287} files are of one participant
   */
  public static FilePlan of(MessageFormat format, List<Path> files, DecoderSettings settings)
      throws IOException {
    FileChecks.check(format, files);
    Map<String, Long> rows = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (Path file : files) {
      rows.put(file.toString(), countRows(file, format, faults));
    }
    if (!faults.isEmpty()) {
      throw new UnusableFilesException(faults);
    }
    List<HistoricalSplit> splits =
        new ArrayList<>(
            groups(format, rows.keySet(), settings).stream()
                .map(group -> HistoricalSplit.unread(format, group))
                .toList());
    splits.sort(
        Comparator.comparingLong(
                (HistoricalSplit split) -> split.files().stream().mapToLong(rows::get).sum())
            .reversed());
    return new FilePlan(List.copyOf(splits), Collections.unmodifiableMap(rows));
  }

  /** The rows of all files together. */
  public long rows() {
    return rowsByFile.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long countRows(Path file, MessageFormat format, List<String> faults)
      throws IOException {
    RowCount count = RowCount.of(file);
    long rows = count.rows();
    if (format == MessageFormat.CSV && rows > 0) {
      rows--;
      checkHeader(file, faults);
    }
    if (rows == 0) {
      String why = count.brokenOff().isEmpty() ? "" : " (" + count.brokenOff() + ")";
      faults.add(file + " has no rows" + why + "; nothing was read");
    }
    return rows;
  }

  private static void checkHeader(Path file, List<String> faults) throws IOException {
    try (FileChunks chunks = new FileChunks(file.toString(), MessageFormat.CSV, 0, "")) {
      RawMessage first = chunks.next();
      if (first != null && first.format() == MessageFormat.CSV) {
        CsvHeader.parse(first.key());
      }
    } catch (IllegalArgumentException e) {
      faults.add(file + ", line 1: " + e.getMessage() + "; nothing was read");
    }
  }

  private static Collection<List<String>> groups(
      MessageFormat format, Collection<String> files, DecoderSettings settings) throws IOException {
    if (format == MessageFormat.UCI287) {
      return files.stream().map(List::of).toList();
    }
    Decoder decoder = new Decoder(settings, InstantSource.system());
    Map<String, FileScan> scans = new LinkedHashMap<>();
    for (String file : files) {
      scans.put(file, FileScan.of(file, format, decoder));
    }
    return new SharedFiles(scans).groups();
  }
}
