package io.vigil.source;

import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes files for tests, and says what lines a message holds. */
final class HistoricalFiles {
  static final String HEADER = "participantId,timestamp,x,y,z";

  /** A file of {@code rows} rows that differ from one another. */
  static Path uci(Path folder, String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(i % 4096).append(",2,3,1\n");
    }
    return write(folder, name, text.toString());
  }

  /** As {@link #uci}, but of noise, so that it does not pack to nothing. */
  static String noise(int rows) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(random.nextInt(4096)).append(",2,3,1\n");
    }
    return text.toString();
  }

  static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packer = new GZIPOutputStream(bytes)) {
      packer.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  static List<RawMessage> chunks(Path file, MessageFormat format) throws IOException {
    List<RawMessage> messages = new ArrayList<>();
    try (FileChunks chunks = new FileChunks(file.toString(), format, 0, "")) {
      for (RawMessage next = chunks.next(); next != null; next = chunks.next()) {
        messages.add(next);
      }
    }
    return messages;
  }

  /** {@code file name:line number:text} of every line. */
  static List<String> lines(RawMessage message) {
    List<String> lines = new ArrayList<>();
    String name = Path.of(message.source()).getFileName().toString();
    long number = message.position();
    for (String line : text(message).split("(?<=\n)", -1)) {
      if (!line.isEmpty()) {
        lines.add(name + ":" + number++ + ":" + line.strip());
      }
    }
    return lines;
  }

  static String text(RawMessage message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  private HistoricalFiles() {}
}
