package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A historical source of which one reader stops behind some messages, waits until a checkpoint that
 * holds them is complete, reads on a little, and fails: once in the life of {@link #FAILED}.
 */
record FailingSource(HistoricalSource source)
    implements Source<RawMessage, HistoricalSplit, HistoricalEnumeratorState> {
  static final AtomicBoolean FAILED = new AtomicBoolean();
  private static final int IN_CHECKPOINT = 5;
  private static final int LOST = 2;

  @Override
  public SourceReader<RawMessage, HistoricalSplit> createReader(SourceReaderContext context) {
    SourceReader<RawMessage, HistoricalSplit> reader = source.createReader(context);
    return FAILED.get() ? reader : new FailingReader(reader);
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> createEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context) {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context, HistoricalEnumeratorState state) {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<HistoricalSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HistoricalEnumeratorState> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
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
