package io.vigil.source.polled;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split to the first reader that comes, and tells the others that there is none. */
final class PolledEnumerator implements SplitEnumerator<PolledSplit, List<PolledSplit>> {
  private final SplitEnumeratorContext<PolledSplit> context;
  private final List<PolledSplit> waiting;

  PolledEnumerator(SplitEnumeratorContext<PolledSplit> context, List<PolledSplit> waiting) {
    this.context = context;
    this.waiting = new ArrayList<>(waiting);
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    if (!waiting.isEmpty()) {
      context.assignSplit(waiting.remove(0), reader);
    }
  }

  @Override
  public void addSplitsBack(List<PolledSplit> splits, int reader) {
    waiting.addAll(splits);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // The split is given without being asked for.
  }

  @Override
  public List<PolledSplit> snapshotState(long checkpointId) {
    return List.copyOf(waiting);
  }

  @Override
  public void close() {}
}
