package io.vigil.store;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** What no reader has been given yet, in checkpoints: one {@link ChangesSplit} or none. */
final class ChangesSplitsSerializer implements SimpleVersionedSerializer<List<ChangesSplit>> {
  private final ChangesSplitSerializer one = new ChangesSplitSerializer();

  @Override
  public int getVersion() {
    return one.getVersion();
  }

  @Override
  public byte[] serialize(List<ChangesSplit> waiting) throws IOException {
    return waiting.isEmpty() ? new byte[0] : one.serialize(waiting.get(0));
  }

  @Override
  public List<ChangesSplit> deserialize(int version, byte[] bytes) throws IOException {
    return bytes.length == 0 ? List.of() : List.of(one.deserialize(version, bytes));
  }
}
