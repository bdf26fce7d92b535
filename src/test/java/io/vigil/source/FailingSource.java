package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * A historical source of which one reader stops behind some messages, waits until a checkpoint that
 * holds them is complete, reads on a little, and fails: once in the life of {@link #FAILED}.
 */
final class FailingSource {
  static final AtomicBoolean FAILED = new AtomicBoolean();
  private static final int IN_CHECKPOINT = 5;
  private static final int LOST = 2;

  static Source<RawMessage, HistoricalSplit, HistoricalEnumeratorState> of(
      HistoricalSource source) {
    return new WrappedSource<>(
        source, RawMessage.class, reader -> FAILED.get() ? reader : new FailingReader(reader));
  }

  private static final class FailingReader implements SourceReader<RawMessage, HistoricalSplit> {
    private final SourceReader<RawMessage, HistoricalSplit> reader;
    private final CompletableFuture<Void> checkpointed = new CompletableFuture<>();
    private int polls;
    private long firstCheckpoint = Long.MAX_VALUE;

    FailingReader(SourceReader<RawMessage, HistoricalSplit> reader) {
      this.reader = reader;
    }

    private boolean waits() {
      return polls == IN_CHECKPOINT && !checkpointed.isDone();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawMessage> output) throws Exception {
      if (waits()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      if (polls == IN_CHECKPOINT + LOST && FAILED.compareAndSet(false, true)) {
        throw new IOException("planted");
      }
      InputStatus status = reader.pollNext(output);
      polls += status == InputStatus.MORE_AVAILABLE ? 1 : 0;
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return waits() ? checkpointed : reader.isAvailable();
    }

    @Override
    public List<HistoricalSplit> snapshotState(long checkpointId) {
      firstCheckpoint = waits() ? Math.min(firstCheckpoint, checkpointId) : firstCheckpoint;
      return reader.snapshotState(checkpointId);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      if (checkpointId >= firstCheckpoint) {
        checkpointed.complete(null);
      }
    }

    @Override
    public void start() {
      reader.start();
    }

    @Override
    public void addSplits(List<HistoricalSplit> splits) {
      reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
      reader.notifyNoMoreSplits();
    }

    @Override
    public void close() throws Exception {
      reader.close();
    }
  }
}
