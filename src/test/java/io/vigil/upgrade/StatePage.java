package io.vigil.upgrade;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reference page of all state, made from what a savepoint says of itself. */
final class StatePage {

  /**
   * @param inventory of a savepoint
   * @param words what each state holds
   */
  static String markdown(StateInventory inventory, Map<String, String> words) {
    return """
            # State

            What the live job keeps in savepoints and checkpoints, all of it. Uids, names, kinds and types are a contract with the savepoints of
            each release: [VERSIONING.md](../VERSIONING.md#what-a-change-of-the-code-may-do) says what may change. How many bytes a person takes is in
            [performance.md](performance.md); what `vigil erase` removes of a person is in [erasure.md](erasure.md).

            This page is made from a savepoint that the whole job of this build writes in a test, as Flink's own readers see it. `files` is read by
            `replay`; of the two hubs a live job reads one. Keyed state lies with its participant (`health`: with the whole job), `split`
            lists are dealt out to the tasks, `union` ones and `broadcast` state reach each of them.

            | operator | at most | state | kind | what it holds | serialisers | type |
            | --- | --- | --- | --- | --- | --- | --- |
            """
        + rows(inventory, words)
        + """

            Operators without state: %s.

            ## Types

            What the types above are made of. A field that is renamed here is one that goes and one that comes: what was saved of it is lost.

            | type | parts |
            | --- | --- |
            """
            .formatted(stateless(inventory))
        + types(inventory.states());
  }

  private static String rows(StateInventory inventory, Map<String, String> words) {
    return inventory.states().stream()
        .filter(state -> !words.get(state.key()).equals(StateWords.NEVER_SET))
        .map(
            state ->
                "| `%s` | %d | `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                        state.operator(),
                        inventory.maxParallelism().get(state.operator()),
                        state.name(),
                        state.kind(),
                        words.get(state.key()),
                        state.serialisers().stream()
                            .map(StateTypes::shortTitle)
                            .collect(Collectors.joining(", ")),
                        state.types().stream()
                            .limit(1)
                            .map(StateTypes::title)
                            .collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  /** Those that a savepoint holds a maximum of and nothing else, without the test's own. */
  private static String stateless(StateInventory inventory) {
    Set<String> all = new TreeSet<>(inventory.maxParallelism().keySet());
    inventory.states().forEach(state -> all.remove(state.operator()));
    return all.stream()
        .filter(uid -> !uid.startsWith(WholeJob.COUNTED))
        .map(uid -> "`%s` (%d)".formatted(uid, inventory.maxParallelism().get(uid)))
        .collect(Collectors.joining(", "));
  }

  private static String types(List<KeptState> states) {
    return states.stream()
        .flatMap(state -> state.types().stream())
        .distinct()
        .collect(
            Collectors.toMap(Class::getName, Function.identity(), (one, same) -> one, TreeMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparing(StateTypes::title))
        .map(type -> "| `%s` | %s |%n".formatted(StateTypes.title(type), StateTypes.parts(type)))
        .collect(Collectors.joining());
  }

  private StatePage() {}
}
