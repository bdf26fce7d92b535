package io.vigil.source.amqp;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Splits as bytes, field by field. What was not written by it is refused by an IOException. */
final class SplitBytes {
  static final int VERSION = 1;

  private static final byte BEGINNING = 0;
  private static final byte FROM = 1;
  private static final byte SINCE = 2;
  private static final byte AFTER = 3;

  static void write(PartitionSplit split, DataOutputSerializer out) throws IOException {
    out.writeUTF(split.partition());
    out.writeLong(split.last());
    Place place = split.place();
    if (place instanceof Place.From from) {
      out.writeByte(FROM);
      out.writeLong(from.sequence());
    } else if (place instanceof Place.Since since) {
      out.writeByte(SINCE);
      out.writeLong(since.time().getEpochSecond());
      out.writeInt(since.time().getNano());
    } else if (place instanceof Place.After after) {
      out.writeByte(AFTER);
      out.writeLong(after.sequence());
      out.writeUTF(after.offset());
    } else {
      out.writeByte(BEGINNING);
    }
  }

  static PartitionSplit read(DataInputDeserializer in) throws IOException {
    String partition = in.readUTF();
    long last = in.readLong();
    return new PartitionSplit(partition, readPlace(in), last);
  }

  private static Place readPlace(DataInputDeserializer in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case BEGINNING -> new Place.Beginning();
      case FROM -> new Place.From(in.readLong());
      case SINCE -> new Place.Since(readTime(in));
      case AFTER -> new Place.After(in.readLong(), in.readUTF());
      default -> throw new IOException("The savepoint has a place of the unknown kind " + kind);
    };
  }

  private static Instant readTime(DataInputDeserializer in) throws IOException {
    try {
      return Instant.ofEpochSecond(in.readLong(), in.readInt());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IOException("The savepoint has a time that is none: " + e.getMessage(), e);
    }
  }

  /** A reader of bytes of this version. */
  static DataInputDeserializer open(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "The savepoint has hub partitions in version %d, this build expects %d"
              .formatted(version, VERSION));
    }
    return new DataInputDeserializer(bytes);
  }

  /** A count of entries that there are bytes for. */
  static int readCount(DataInputDeserializer in, int leastBytes) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() / leastBytes) {
      throw new IOException(
          "The savepoint announces %d entries of a hub in %d bytes"
              .formatted(count, in.available()));
    }
    return count;
  }

  /** Nothing may follow. */
  static void checkEnd(DataInputDeserializer in) throws IOException {
    if (in.available() > 0) {
      throw new IOException(
          "The savepoint has %d bytes more of a hub than this build expects"
              .formatted(in.available()));
    }
  }

  private SplitBytes() {}
}
