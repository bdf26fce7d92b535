package io.vigil.source.polled;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A {@link PolledSplit} in checkpoints. */
final class PolledSplitSerializer implements SimpleVersionedSerializer<PolledSplit> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(PolledSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeUTF(split.name());
    out.writeUTF(split.continuation());
    out.writeLong(split.read());
    return out.getCopyOfBuffer();
  }

  @Override
  public PolledSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "The checkpoint holds a position in version %d, expected %d".formatted(version, VERSION));
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new PolledSplit(in.readUTF(), in.readUTF(), in.readLong());
  }
}
