package io.vigil.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Hands a split to each reader that asks, in their order, until there are none left. */
final class HistoricalEnumerator
    implements SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> {
  private final SplitEnumeratorContext<HistoricalSplit> context;
  private final Deque<HistoricalSplit> waiting;

  HistoricalEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context, Collection<HistoricalSplit> splits) {
    this.context = context;
    this.waiting = new ArrayDeque<>(splits);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int reader, String host) {
    if (!context.registeredReaders().containsKey(reader)) {
      return; // It failed between asking and now, and asks again when it is back.
    }
    HistoricalSplit split = waiting.poll();
    if (split == null) {
      context.signalNoMoreSplits(reader);
    } else {
      context.assignSplit(split, reader);
    }
  }

  @Override
  public void addSplitsBack(List<HistoricalSplit> splits, int reader) {
    splits.forEach(waiting::addFirst);
  }

  @Override
  public void addReader(int reader) {}

  @Override
  public HistoricalEnumeratorState snapshotState(long checkpointId) {
    return new HistoricalEnumeratorState(new ArrayList<>(waiting));
  }

  @Override
  public void close() {}
}
