package io.vigil.source.amqp;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes how far a partition is read. */
final class PartitionSplitSerializer implements SimpleVersionedSerializer<PartitionSplit> {

  @Override
  public int getVersion() {
    return SplitBytes.VERSION;
  }

  @Override
  public byte[] serialize(PartitionSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SplitBytes.write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public PartitionSplit deserialize(int version, byte[] bytes) throws IOException {
    DataInputDeserializer in = SplitBytes.open(version, bytes);
    PartitionSplit split = SplitBytes.read(in);
    SplitBytes.checkEnd(in);
    return split;
  }
}
