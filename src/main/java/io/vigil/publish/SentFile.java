package io.vigil.publish;

import io.vigil.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * What a file was like when its messages were counted.
 *
 * @param path where it is
 * @param bytes its size
 * @param head SHA-256 of its first 64 KiB
 */
public record SentFile(String path, long bytes, String head) {
  private static final int HEAD = 64 << 10;

  /** In what the file differs now, in words, or the empty string. */
  String changeTo(SentFile now) {
    if (bytes != now.bytes) {
      return "it had %,d bytes, now it has %,d".formatted(bytes, now.bytes);
    }
    return head.equals(now.head) ? "" : "it begins with other bytes";
  }

  static SentFile of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new SentFile(
          file.toRealPath().toString(),
          Files.size(file),
          HexFormat.of().formatHex(Sha256.digest().digest(bytes.readNBytes(HEAD))));
    }
  }
}
