package io.vigil.fault.rig;

import io.vigil.simulate.Batch;
import java.util.List;

/** What becomes of what sensors send on its way to the hub. Used by one thread. */
public interface Air {
  /** Everything arrives at once and as it is. */
  Air CLEAR = second -> second.stream().map(Message::of).toList();

  /**
   * One more second passes.
   *
   * @param second what sensors send in it
   * @return what reaches the hub in it, in this order
   */
  List<Message> through(List<Batch> second);

  /** What is still on its way when the air clears. */
  default List<Message> rest() {
    return List.of();
  }
}
