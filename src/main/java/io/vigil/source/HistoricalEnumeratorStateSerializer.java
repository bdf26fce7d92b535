package io.vigil.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes the splits that wait. */
final class HistoricalEnumeratorStateSerializer
    implements SimpleVersionedSerializer<HistoricalEnumeratorState> {

  @Override
  public int getVersion() {
    return HistoricalSplitSerializer.VERSION;
  }

  @Override
  public byte[] serialize(HistoricalEnumeratorState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(state.waiting().size());
    for (HistoricalSplit split : state.waiting()) {
      HistoricalSplitSerializer.write(split, out);
    }
    return bytes.toByteArray();
  }

  @Override
  public HistoricalEnumeratorState deserialize(int version, byte[] bytes) throws IOException {
    HistoricalSplitSerializer.checkVersion(version);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<HistoricalSplit> waiting = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      waiting.add(HistoricalSplitSerializer.read(in));
    }
    return new HistoricalEnumeratorState(waiting);
  }
}
