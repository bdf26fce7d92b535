package io.vigil.source.amqp;

import java.util.List;

/**
 * What a checkpoint keeps of the enumerator.
 *
 * @param known the partitions found so far, in the order in which they were; empty before the hub
 *     has answered for the first time
 * @param waiting those that no reader has been given
 */
public record HubEnumeratorState(List<String> known, List<PartitionSplit> waiting) {
  /** Nothing is known of the hub. */
  static final HubEnumeratorState NEW = new HubEnumeratorState(List.of(), List.of());

  public HubEnumeratorState {
    known = List.copyOf(known);
    waiting = List.copyOf(waiting);
  }
}
