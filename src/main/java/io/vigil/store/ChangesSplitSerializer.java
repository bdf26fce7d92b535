package io.vigil.store;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A {@link ChangesSplit} in checkpoints. */
final class ChangesSplitSerializer implements SimpleVersionedSerializer<ChangesSplit> {
  static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ChangesSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeUTF(split.container().name());
    out.writeUTF(split.continuation());
    out.writeLong(split.read());
    return out.getCopyOfBuffer();
  }

  @Override
  public ChangesSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "The checkpoint holds changes in version %d, expected %d".formatted(version, VERSION));
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new ChangesSplit(Container.valueOf(in.readUTF()), in.readUTF(), in.readLong());
  }
}
