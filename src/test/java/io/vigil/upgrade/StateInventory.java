package io.vigil.upgrade;

import io.vigil.SavedState;
import io.vigil.savepoint.SavedOperators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorState;

/**
 * All that a savepoint says of a job.
 *
 * @param maxParallelism of each operator, with state or without
 * @param states by operator and name
 */
record StateInventory(Map<String, Integer> maxParallelism, List<KeptState> states) {

  static StateInventory of(String savepoint) throws IOException {
    Map<String, Integer> maxParallelism = new HashMap<>();
    List<KeptState> states = new ArrayList<>();
    for (OperatorState operator : SavedOperators.in(savepoint).getOperatorStates()) {
      String uid = operator.getOperatorUid().orElseGet(() -> operator.getOperatorID().toString());
      maxParallelism.put(uid, operator.getMaxParallelism());
      states.addAll(KeptState.of(uid, operator));
    }
    states.sort(Comparator.comparing(KeptState::operator).thenComparing(KeptState::name));
    return new StateInventory(maxParallelism, states);
  }

  Set<String> keys() {
    return states.stream().map(KeptState::key).collect(Collectors.toSet());
  }

  /** Timers of which at least one is set in the savepoint. */
  Set<String> timersSet(String savepoint) throws Exception {
    List<String> operators =
        states.stream().filter(KeptState::isTimers).map(KeptState::operator).distinct().toList();
    return SavedState.of(Path.of(URI.create(savepoint)), operators).stream()
        .filter(entry -> !entry.isValue())
        .map(entry -> KeptState.key(entry.operator(), entry.name()))
        .collect(Collectors.toSet());
  }
}
