package io.vigil.source;

import java.util.List;

/**
 * What a checkpoint keeps of the enumerator.
 *
 * @param waiting the splits that no reader has been given
 */
public record HistoricalEnumeratorState(List<HistoricalSplit> waiting) {
  public HistoricalEnumeratorState {
    waiting = List.copyOf(waiting);
  }
}
