package io.vigil.source;

import io.vigil.sensor.MessageFormat;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * Files that one reader reads one after the other, because they share participants, and how far it
 * has come.
 *
 * @param id unique among the splits of a source
 * @param format of all its files
 * @param files paths, in the order in which they are read
 * @param fileIndex the file that is read next or now
 * @param linesRead how many of its lines are done
 * @param header its header line, or the empty string before that is read and where there is none
 */
public record HistoricalSplit(
    String id,
    MessageFormat format,
    List<String> files,
    int fileIndex,
    long linesRead,
    String header)
    implements SourceSplit, Serializable {

  public HistoricalSplit {
    files = List.copyOf(files);
  }

  /** Files of which nothing is read yet. */
  public static HistoricalSplit unread(MessageFormat format, List<String> files) {
    return new HistoricalSplit(files.get(0), format, files, 0, 0, "");
  }

  @Override
  public String splitId() {
    return id;
  }

  /** Whether all files are read. */
  boolean isDone() {
    return fileIndex == files.size();
  }

  String file() {
    return files.get(fileIndex);
  }

  HistoricalSplit withLinesRead(long lines, String headerLine) {
    return new HistoricalSplit(id, format, files, fileIndex, lines, headerLine);
  }

  HistoricalSplit atNextFile() {
    return new HistoricalSplit(id, format, files, fileIndex + 1, 0, "");
  }
}
