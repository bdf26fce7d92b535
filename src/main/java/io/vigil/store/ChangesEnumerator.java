package io.vigil.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split to the first reader that comes, and tells the others that there is none. */
final class ChangesEnumerator implements SplitEnumerator<ChangesSplit, List<ChangesSplit>> {
  private final SplitEnumeratorContext<ChangesSplit> context;
  private final List<ChangesSplit> waiting;

  ChangesEnumerator(SplitEnumeratorContext<ChangesSplit> context, List<ChangesSplit> waiting) {
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
  public void addSplitsBack(List<ChangesSplit> splits, int reader) {
    waiting.addAll(splits);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // The split is given without being asked for.
  }

  @Override
  public List<ChangesSplit> snapshotState(long checkpointId) {
    return List.copyOf(waiting);
  }

  @Override
  public void close() {}
}
