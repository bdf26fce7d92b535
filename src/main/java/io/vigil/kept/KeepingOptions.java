package io.vigil.kept;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What stands among Flink's own settings, because it depends on the memory of a task manager. */
public final class KeepingOptions {
  /**
   * Of how many people each task of a step keeps on the heap what it remembers; 0 keeps nothing.
   * Without effect where the state backend has its state on the heap.
   */
  public static final ConfigOption<Integer> PEOPLE_ON_HEAP =
      ConfigOptions.key("vigil.state.people-on-heap").intType().defaultValue(10_000);

  private KeepingOptions() {}
}
