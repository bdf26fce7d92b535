package io.vigil.upgrade;

import io.vigil.savepoint.SavedStates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonOptionsKeys;

/**
 * One state of the job, as a savepoint describes it.
 *
 * @param operator its uid
 * @param name by which it is found again
 * @param kind of state
 * @param serialisers what the savepoint holds of those that wrote it, the outermost first
 * @param types of this project that it is made of, the outermost first
 */
record KeptState(
    String operator, String name, String kind, Set<Class<?>> serialisers, Set<Class<?>> types) {
  /** How a source's or a sink's own is called here; it has no name. */
  static final String COORDINATOR = "coordinator";

  private static final Pattern CLASS =
      Pattern.compile("(?:org\\.apache\\.flink|io\\.vigil)[\\w.$]+");

  /** What the operator and the name are written as one. */
  String key() {
    return key(operator, name);
  }

  static String key(String operator, String name) {
    return operator + " / " + name;
  }

  boolean isKryo() {
    return serialisers.stream().anyMatch(one -> one.getName().contains("Kryo"));
  }

  boolean isTimers() {
    return kind.equals("timers");
  }

  /** All of an operator. */
  static List<KeptState> of(String uid, OperatorState operator) throws IOException {
    List<KeptState> all = new ArrayList<>();
    for (StateMetaInfoSnapshot state : SavedStates.of(operator).values()) {
      all.add(of(uid, state));
    }
    if (operator.getCoordinatorState() != null) {
      all.add(unnamed(uid, COORDINATOR));
    }
    // Nothing of the job writes without a description: it would show as a line of its own.
    if (operator.getStates().stream().anyMatch(KeptState::isRaw)) {
      all.add(unnamed(uid, "raw"));
    }
    return all;
  }

  private static boolean isRaw(OperatorSubtaskState task) {
    return !task.getRawKeyedState().isEmpty() || !task.getRawOperatorState().isEmpty();
  }

  private static KeptState unnamed(String uid, String kind) {
    return new KeptState(uid, kind, kind, Set.of(), Set.of());
  }

  private static KeptState of(String uid, StateMetaInfoSnapshot state) throws IOException {
    Set<Class<?>> serialisers = new LinkedHashSet<>();
    Set<Class<?>> types = new LinkedHashSet<>();
    for (TypeSerializerSnapshot<?> snapshot : state.getSerializerSnapshotsImmutable().values()) {
      for (Class<?> named : named(snapshot)) {
        if (TypeSerializerSnapshot.class.isAssignableFrom(named)
            || TypeSerializer.class.isAssignableFrom(named)) {
          if (named != VoidNamespaceSerializer.VoidNamespaceSerializerSnapshot.class) {
            serialisers.add(named);
          }
        } else if (named.getName().startsWith("io.vigil.")) {
          types.add(named);
        }
      }
    }
    return new KeptState(uid, state.getName(), kind(state), serialisers, types);
  }

  /** Every class that it names, down to the last nested one: all stand in full in what is saved. */
  private static List<Class<?>> named(TypeSerializerSnapshot<?> snapshot) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    String text = new String(out.getCopyOfBuffer(), StandardCharsets.ISO_8859_1);
    List<Class<?>> classes = new ArrayList<>();
    Matcher matcher = CLASS.matcher(text);
    while (matcher.find()) {
      try {
        classes.add(Class.forName(matcher.group(), false, KeptState.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        throw new IOException(e);
      }
    }
    return classes;
  }

  private static String kind(StateMetaInfoSnapshot state) {
    return switch (state.getBackendStateType()) {
      case KEY_VALUE, KEY_VALUE_V2 -> "keyed " + option(state, CommonOptionsKeys.KEYED_STATE_TYPE);
      case PRIORITY_QUEUE -> "timers";
      case OPERATOR -> "list, " + option(state, CommonOptionsKeys.OPERATOR_STATE_DISTRIBUTION_MODE);
      case BROADCAST -> "broadcast";
    };
  }

  private static String option(StateMetaInfoSnapshot state, CommonOptionsKeys key) {
    return String.valueOf(state.getOption(key))
        .toLowerCase(Locale.ROOT)
        .replace("split_distribute", "split");
  }
}
