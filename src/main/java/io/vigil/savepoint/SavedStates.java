package io.vigil.savepoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;

/**
 * The states of one operator in a savepoint or a checkpoint: names and types, not what they hold.
 */
public final class SavedStates {
  /** How the engine calls its own. */
  private static final String TIMERS = "_timer_state/";

  private static final ClassLoader LOADER = SavedStates.class.getClassLoader();

  /**
   * All of them by their names, whichever task wrote them.
   *
   * @throws IOException if a file of it is missing or damaged
   */
  public static Map<String, StateMetaInfoSnapshot> of(OperatorState operator) throws IOException {
    List<StateMetaInfoSnapshot> found = new ArrayList<>();
    for (OperatorSubtaskState task : operator.getStates()) {
      keyed(task.getManagedKeyedState(), found);
      listed(task.getManagedOperatorState(), found);
    }
    Map<String, StateMetaInfoSnapshot> states = new TreeMap<>();
    for (StateMetaInfoSnapshot state : found) {
      states.putIfAbsent(state.getName(), state);
    }
    return states;
  }

  /** Whether these are timers, which the engine keeps as a state of its own. */
  public static boolean isTimers(StateMetaInfoSnapshot state) {
    return state.getName().startsWith(TIMERS);
  }

  private static void keyed(Collection<KeyedStateHandle> handles, List<StateMetaInfoSnapshot> found)
      throws IOException {
    for (KeyedStateHandle handle : handles) {
      StreamStateHandle described = describing(handle);
      if (described != null) {
        KeyedBackendSerializationProxy<?> description =
            new KeyedBackendSerializationProxy<>(LOADER);
        read(described, description::read);
        found.addAll(description.getStateMetaInfoSnapshots());
      }
    }
  }

  /** Where a task's state is described: at its beginning, or beside files of RocksDB. */
  private static StreamStateHandle describing(KeyedStateHandle handle) {
    if (handle instanceof KeyGroupsStateHandle whole) {
      return whole.getDelegateStateHandle();
    }
    return handle instanceof IncrementalRemoteKeyedStateHandle files
        ? files.getMetaDataStateHandle()
        : null;
  }

  private static void listed(
      Collection<OperatorStateHandle> handles, List<StateMetaInfoSnapshot> found)
      throws IOException {
    for (OperatorStateHandle handle : handles) {
      if (handle.getStateNameToPartitionOffsets().isEmpty()) {
        continue;
      }
      OperatorBackendSerializationProxy description = new OperatorBackendSerializationProxy(LOADER);
      read(handle.getDelegateStateHandle(), description::read);
      found.addAll(description.getOperatorStateMetaInfoSnapshots());
      found.addAll(description.getBroadcastStateMetaInfoSnapshots());
    }
  }

  private interface Reading {
    void from(DataInputView in) throws IOException;
  }

  private static void read(StreamStateHandle handle, Reading reading) throws IOException {
    try (InputStream in = handle.openInputStream()) {
      reading.from(new DataInputViewStreamWrapper(in));
    }
  }

  private SavedStates() {}
}
