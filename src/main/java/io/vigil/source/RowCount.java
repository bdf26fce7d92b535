package io.vigil.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Counts the rows of a file: its lines that are not blank. It shares nothing with the reader but
 * how a file is opened, so that the one can be checked by the other.
 *
 * @param rows how many; of a file that breaks off, the complete ones before the break
 * @param brokenOff how the file broke off, or the empty string
 */
record RowCount(long rows, String brokenOff) {

  static RowCount of(Path file) {
    long rows = 0;
    boolean blank = true;
    byte[] block = new byte[FileBytes.BLOCK];
    try (InputStream bytes = FileBytes.open(file)) {
      for (int count = bytes.read(block); count > 0; count = bytes.read(block)) {
        for (int i = 0; i < count; i++) {
          byte b = block[i];
          if (b == '\n') {
            rows += blank ? 0 : 1;
            blank = true;
          } else if (b != ' ' && b != '\t' && b != '\r') {
            blank = false;
          }
        }
      }
      return new RowCount(rows + (blank ? 0 : 1), "");
    } catch (IOException e) {
      return new RowCount(rows, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
