package io.vigil.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file line by line as bytes, keeping no more of a line than whoever decodes it accepts.
 */
final class LineReader implements Closeable {
  private final InputStream bytes;
  private final int longest;
  private final byte[] block = new byte[FileBytes.BLOCK];
  private int next;
  private int end;

  /**
   * @param longest bytes to keep of a line; of a longer one that many and one more are kept
   */
  LineReader(InputStream bytes, int longest) {
    this.bytes = bytes;
    this.longest = longest;
  }

  /**
   * Appends the next line with its LF or CRLF; the last line of a file may have neither.
   *
   * @return whether there was one
   * @throws IOException where the file breaks off; what there was of the line is then appended
   */
  boolean appendLine(ByteArrayOutputStream into) throws IOException {
    int kept = 0;
    boolean any = false;
    while (next < end || fill()) {
      any = true;
      int stop = next;
      while (stop < end && block[stop] != '\n') {
        stop++;
      }
      int keep = Math.min(stop - next, longest + 1 - kept);
      into.write(block, next, keep);
      kept += keep;
      next = stop;
      if (stop < end) {
        into.write('\n');
        next++;
        return true;
      }
    }
    return any;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = 0;
    int count = bytes.read(block);
    end = Math.max(0, count);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
