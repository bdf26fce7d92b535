package io.vigil;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.streaming.api.graph.StreamGraphHasherV2;
import org.apache.flink.util.StringUtils;

/**
 * What a savepoint in Flink's own format holds of one key, byte by byte as it lies there.
 *
 * @param operator its uid
 * @param name of the state; of timers, Flink's
 * @param participantId the key
 * @param keyBytes what finds it: key group, key, namespace; of a timer, all there is
 * @param value its bytes; none of a timer
 * @param layout how they are to be read
 */
public record SavedState(
    String operator,
    String name,
    String participantId,
    int keyBytes,
    byte[] value,
    TypeSerializerSnapshot<?> layout) {
  private static final int KEY_GROUP_BYTES = 1;

  int bytes() {
    return keyBytes + value.length;
  }

  /** Whether it is no timer. */
  public boolean isValue() {
    return value.length > 0;
  }

  /** The value as the job reads it. */
  Object read() throws IOException {
    return layout.restoreSerializer().deserialize(new DataInputDeserializer(value));
  }

  /** How many bytes another value would take in its place. */
  @SuppressWarnings("unchecked")
  int bytesOf(Object other) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(value.length);
    ((TypeSerializer<Object>) layout.restoreSerializer()).serialize(other, out);
    return keyBytes + out.length();
  }

  /** All of it that has strings for keys and belongs to one of these operators. */
  public static List<SavedState> of(Path savepoint, List<String> operators) throws Exception {
    List<SavedState> all = new ArrayList<>();
    ClassLoader classes = SavedState.class.getClassLoader();
    Path metadata = savepoint.resolve("_metadata");
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      for (OperatorState operator :
          Checkpoints.loadCheckpointMetadata(in, classes, savepoint.toString())
              .getOperatorStates()) {
        for (String uid : operators) {
          if (isOf(uid, operator)) {
            read(uid, operator, all);
          }
        }
      }
    }
    return all;
  }

  private static boolean isOf(String uid, OperatorState operator) {
    return StringUtils.byteToHexString(StreamGraphHasherV2.generateUserSpecifiedHash(uid))
        .equals(operator.getOperatorID().toHexString());
  }

  private static void read(String uid, OperatorState operator, List<SavedState> all)
      throws Exception {
    for (OperatorSubtaskState task : operator.getStates()) {
      for (KeyedStateHandle handle : task.getManagedKeyedState()) {
        var restored =
            new FullSnapshotRestoreOperation<>(
                    handle.getKeyGroupRange(),
                    SavedState.class.getClassLoader(),
                    List.of(handle),
                    StateSerializerProvider.fromNewRegisteredSerializer(StringSerializer.INSTANCE))
                .restore();
        while (restored.hasNext()) {
          read(uid, restored.next(), all);
        }
      }
    }
  }

  private static void read(String uid, SavepointRestoreResult result, List<SavedState> all)
      throws Exception {
    List<StateMetaInfoSnapshot> states = result.getStateMetaInfoSnapshots();
    try (ThrowingIterator<KeyGroup> groups = result.getRestoredKeyGroups()) {
      while (groups.hasNext()) {
        try (ThrowingIterator<KeyGroupEntry> entries = groups.next().getKeyGroupEntries()) {
          while (entries.hasNext()) {
            KeyGroupEntry entry = entries.next();
            all.add(of(uid, states.get(entry.getKvStateId()), entry));
          }
        }
      }
    }
  }

  private static SavedState of(String uid, StateMetaInfoSnapshot state, KeyGroupEntry entry)
      throws IOException {
    boolean timer = state.getBackendStateType() == BackendStateType.PRIORITY_QUEUE;
    DataInputDeserializer key = new DataInputDeserializer(entry.getKey());
    key.skipBytesToRead(KEY_GROUP_BYTES + (timer ? Long.BYTES : 0));
    return new SavedState(
        uid,
        state.getName(),
        StringSerializer.INSTANCE.deserialize(key),
        entry.getKey().length,
        timer ? new byte[0] : entry.getValue(),
        state.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER));
  }
}
