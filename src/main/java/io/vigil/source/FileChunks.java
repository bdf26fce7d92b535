package io.vigil.source;

import io.vigil.sensor.Limits;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts one file into messages of some lines each, their bytes as they stand in the file. A file
 * that breaks off gives its lines up to there, then one message that says so.
 */
public final class FileChunks implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(FileChunks.class);

  /** About a second of samples. Chunk n of a {@code uci287} file is its lines 52n+1 to 52n+52. */
  private static final int UCI287_LINES = 52;

  private static final int LINES = 64;

  /** A chunk is not continued beyond this, in bytes. */
  private static final int LARGE = Limits.MESSAGE_BYTES;

  private final Path file;
  private final String source;
  private final MessageFormat format;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(4096);
  private LineReader lines;
  private long linesRead;
  private String header;
  private RawMessage lastMessage;
  private boolean ended;

  /**
   * @param linesRead lines to leave out, which were read before
   * @param header the header line, where it was among them
   */
  public FileChunks(String source, MessageFormat format, long linesRead, String header) {
    this.file = Path.of(source);
    this.source = source;
    this.format = format;
    this.linesRead = linesRead;
    this.header = header;
  }

  /** The next message, or null behind the last one. */
  public RawMessage next() {
    if (ended) {
      return null;
    }
    if (lastMessage != null) {
      ended = true;
      return lastMessage;
    }
    chunk.reset();
    long first = linesRead + 1;
    int lineStart = 0;
    try {
      open();
      first = linesRead + 1;
      int most = format == MessageFormat.UCI287 ? UCI287_LINES : LINES;
      boolean more = true;
      while (more && linesRead - first + 1 < most && chunk.size() < LARGE) {
        lineStart = chunk.size();
        more = lines.appendLine(chunk);
        linesRead += more ? 1 : 0;
      }
      ended = !more && chunk.size() == 0;
      return ended ? null : new RawMessage(format, key(), source, first, chunk.toByteArray());
    } catch (IOException e) {
      return brokenOff(first, lineStart, e);
    }
  }

  private RawMessage brokenOff(long first, int lineStart, IOException cause) {
    byte[] read = chunk.toByteArray();
    String reason =
        "The file broke off after line %d (%s); the lines before are used, what follows is lost"
            .formatted(linesRead, describe(cause));
    LOG.warn("{}: {}", source, reason);
    byte[] unfinished = Arrays.copyOfRange(read, lineStart, read.length);
    RawMessage news =
        new RawMessage(MessageFormat.BROKEN_OFF, reason, source, linesRead + 1, unfinished);
    if (lineStart == 0) {
      ended = true;
      return news;
    }
    lastMessage = news;
    return new RawMessage(format, key(), source, first, Arrays.copyOf(read, lineStart));
  }

  private static String describe(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private void open() throws IOException {
    if (lines != null) {
      return;
    }
    lines = new LineReader(FileBytes.open(file), Limits.lineBytes(format));
    for (long i = 0; i < linesRead; i++) {
      chunk.reset();
      lines.appendLine(chunk);
    }
    if (format == MessageFormat.CSV && header.isEmpty()) {
      readHeader();
    }
    chunk.reset();
  }

  private void readHeader() throws IOException {
    while (header.isEmpty()) {
      chunk.reset();
      if (!lines.appendLine(chunk)) {
        return;
      }
      linesRead++;
      header = chunk.toString(StandardCharsets.UTF_8).strip();
    }
  }

  private String key() {
    return format == MessageFormat.UCI287 ? Uci287Files.participantOf(file) : header;
  }

  /** How many lines of the file are done, the header among them. */
  long linesRead() {
    return linesRead;
  }

  /** The header line, or the empty string. */
  String header() {
    return header;
  }

  /** Whether the last message was the last of the file. */
  boolean isEnded() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
