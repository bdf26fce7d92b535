package io.vigil.kept;

import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractUdfStreamOperator;

/** Keeps for one operator what its function remembers. */
final class Keeper {
  private final AbstractUdfStreamOperator<?, ?> operator;
  private final List<KeptState<?>> states;

  private Keeper(AbstractUdfStreamOperator<?, ?> operator, List<KeptState<?>> states) {
    this.operator = operator;
    this.states = states;
  }

  /** A backend that has its state on the heap already is left alone. */
  static Keeper of(AbstractUdfStreamOperator<?, ?> operator, Remembering function) {
    List<KeptState<?>> states = function.remembered();
    if (operator.getKeyedStateBackend().isSafeToReuseKVState()) {
      int most =
          operator
              .getContainingTask()
              .getEnvironment()
              .getTaskManagerInfo()
              .getConfiguration()
              .get(KeepingOptions.PEOPLE_ON_HEAP);
      states.forEach(state -> state.keep(most, operator::getCurrentKey));
    }
    return new Keeper(operator, states);
  }

  void write() throws IOException {
    for (KeptState<?> state : states) {
      state.write(operator::setCurrentKey);
    }
  }
}
