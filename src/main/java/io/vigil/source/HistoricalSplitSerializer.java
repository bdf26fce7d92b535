package io.vigil.source;

import io.vigil.sensor.MessageFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes splits, field by field. */
final class HistoricalSplitSerializer implements SimpleVersionedSerializer<HistoricalSplit> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(HistoricalSplit split) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(split, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Override
  public HistoricalSplit deserialize(int version, byte[] bytes) throws IOException {
    checkVersion(version);
    return read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  static void checkVersion(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "The savepoint has historical files in version "
              + version
              + ", this build expects "
              + VERSION);
    }
  }

  static void write(HistoricalSplit split, DataOutputStream out) throws IOException {
    writeText(split.id(), out);
    out.writeUTF(split.format().name());
    out.writeInt(split.files().size());
    for (String file : split.files()) {
      writeText(file, out);
    }
    out.writeInt(split.fileIndex());
    out.writeLong(split.linesRead());
    writeText(split.header(), out);
  }

  static HistoricalSplit read(DataInputStream in) throws IOException {
    String id = readText(in);
    MessageFormat format = MessageFormat.valueOf(in.readUTF());
    List<String> files = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      files.add(readText(in));
    }
    return new HistoricalSplit(id, format, files, in.readInt(), in.readLong(), readText(in));
  }

  /** Not {@code writeUTF}, which ends at 65,535 bytes: a header line may be longer. */
  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
