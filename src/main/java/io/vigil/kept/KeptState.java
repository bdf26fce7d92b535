package io.vigil.kept;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;

/**
 * A keyed state whose newest values stay on the heap until they are written, which its operator
 * does in each checkpoint. It is as the state itself until the operator asks for more, and where
 * too many keys have one already, for those that come after.
 *
 * <p>What was remembered of a key since the last writing stays; what was not is let go then, so
 * that those who come back take the place of those who left. A key without a value is asked for
 * each time.
 *
 * @param <S> what is remembered of a key; taken as changed by {@link #update} alone
 */
public final class KeptState<S> implements ValueState<S> {
  private final ValueState<S> state;
  private final Map<Object, Kept<S>> kept = new HashMap<>();
  private Supplier<?> key;
  private int most;

  public KeptState(ValueState<S> state) {
    this.state = state;
  }

  /**
   * Begins to keep.
   *
   * @param most how many keys' values are kept at once
   * @param current tells the key at hand
   */
  void keep(int most, Supplier<?> current) {
    this.most = most;
    this.key = current;
  }

  @Override
  public S value() throws IOException {
    Kept<S> one = most > 0 ? kept.get(key.get()) : null;
    return one != null ? one.value : state.value();
  }

  @Override
  public void update(S value) throws IOException {
    if (most == 0) {
      state.update(value);
      return;
    }
    Kept<S> one = kept.get(key.get());
    if (one == null) {
      if (kept.size() >= most) {
        state.update(value);
        return;
      }
      one = new Kept<>();
      kept.put(key.get(), one);
    }
    one.value = value;
    one.changed = true;
  }

  @Override
  public void clear() {
    if (most > 0) {
      kept.remove(key.get());
    }
    state.clear();
  }

  /**
   * Writes what changed since the last time, and lets go what did not.
   *
   * @param at puts a key at hand
   */
  void write(Consumer<Object> at) throws IOException {
    for (Iterator<Map.Entry<Object, Kept<S>>> all = kept.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Object, Kept<S>> entry = all.next();
      Kept<S> one = entry.getValue();
      if (one.changed) {
        at.accept(entry.getKey());
        state.update(one.value);
        one.changed = false;
      } else {
        all.remove();
      }
    }
  }

  /** How many keys' values are kept. */
  int size() {
    return kept.size();
  }

  private static final class Kept<S> {
    private S value;
    private boolean changed;
  }
}
