package io.vigil.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Opens historical files. */
final class FileBytes {
  /**
   * Read at once; everyone reads alike, so that a broken file breaks off at the same byte for all.
   */
  static final int BLOCK = 16 << 10;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * The text of the file, unpacked where its name ends with {@code .gz}, without a byte order mark.
   */
  static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      return withoutMark(isPacked(file) ? new GZIPInputStream(bytes, BLOCK) : bytes);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static InputStream withoutMark(InputStream bytes) throws IOException {
    byte[] first = bytes.readNBytes(BYTE_ORDER_MARK.length);
    // A BufferedInputStream would lose what it has read when the next block fails.
    return Arrays.equals(first, BYTE_ORDER_MARK)
        ? bytes
        : new SequenceInputStream(new ByteArrayInputStream(first), bytes);
  }

  private FileBytes() {}
}
