package io.vigil.source.amqp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes which partitions are known, and which wait. */
final class HubEnumeratorStateSerializer implements SimpleVersionedSerializer<HubEnumeratorState> {
  /** The length of a text. */
  private static final int LEAST_NAME = 2;

  /** The length of the partition's name, the last sequence number, the kind of place. */
  private static final int LEAST_SPLIT = 2 + 8 + 1;

  @Override
  public int getVersion() {
    return SplitBytes.VERSION;
  }

  @Override
  public byte[] serialize(HubEnumeratorState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeInt(state.known().size());
    for (String partition : state.known()) {
      out.writeUTF(partition);
    }
    out.writeInt(state.waiting().size());
    for (PartitionSplit split : state.waiting()) {
      SplitBytes.write(split, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public HubEnumeratorState deserialize(int version, byte[] bytes) throws IOException {
    DataInputDeserializer in = SplitBytes.open(version, bytes);
    List<String> known = new ArrayList<>();
    for (int left = SplitBytes.readCount(in, LEAST_NAME); left > 0; left--) {
      known.add(in.readUTF());
    }
    List<PartitionSplit> waiting = new ArrayList<>();
    for (int left = SplitBytes.readCount(in, LEAST_SPLIT); left > 0; left--) {
      waiting.add(SplitBytes.read(in));
    }
    SplitBytes.checkEnd(in);
    return new HubEnumeratorState(known, waiting);
  }
}
