package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.SourceReader;

/** Does as the reader within, except for what its subclasses change. */
abstract class WrappedReader<T> implements SourceReader<T, PartitionSplit> {
  final SourceReader<RawMessage, PartitionSplit> within;

  WrappedReader(SourceReader<RawMessage, PartitionSplit> within) {
    this.within = within;
  }

  @Override
  public void start() {
    within.start();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return within.isAvailable();
  }

  @Override
  public List<PartitionSplit> snapshotState(long checkpointId) {
    return within.snapshotState(checkpointId);
  }

  @Override
  public void addSplits(List<PartitionSplit> splits) {
    within.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    within.notifyNoMoreSplits();
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    within.pauseOrResumeSplits(toPause, toResume);
  }

  @Override
  public void close() throws Exception {
    within.close();
  }
}
