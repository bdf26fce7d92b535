package io.vigil.source.polled;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** What no reader has been given yet, in checkpoints: one {@link PolledSplit} or none. */
final class PolledSplitsSerializer implements SimpleVersionedSerializer<List<PolledSplit>> {
  private final PolledSplitSerializer one = new PolledSplitSerializer();

  @Override
  public int getVersion() {
    return one.getVersion();
  }

  @Override
  public byte[] serialize(List<PolledSplit> waiting) throws IOException {
    return waiting.isEmpty() ? new byte[0] : one.serialize(waiting.get(0));
  }

  @Override
  public List<PolledSplit> deserialize(int version, byte[] bytes) throws IOException {
    return bytes.length == 0 ? List.of() : List.of(one.deserialize(version, bytes));
  }
}
