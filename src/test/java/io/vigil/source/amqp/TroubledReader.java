package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Stops behind some messages, waits until a checkpoint that holds them is complete, reads on a
 * little, and fails, for as long as there is {@link Trouble}.
 */
final class TroubledReader extends WrappedReader<RawMessage> {
  private static final int IN_CHECKPOINT = 700;
  private static final int LOST = 300;

  private final Trouble trouble = Trouble.current;
  private final CompletableFuture<Void> checkpointed = new CompletableFuture<>();
  private long firstCheckpoint = Long.MAX_VALUE;
  private int read;

  TroubledReader(SourceReader<RawMessage, PartitionSplit> within) {
    super(within);
  }

  private boolean waits() {
    return read == IN_CHECKPOINT && trouble.isDue() && !checkpointed.isDone();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) throws Exception {
    if (waits()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (read == IN_CHECKPOINT + LOST && trouble.takeFailure()) {
      throw new IOException("planted");
    }
    InputStatus status = within.pollNext(output);
    if (status == InputStatus.MORE_AVAILABLE) {
      read++;
      trouble.passed(read);
    }
    return status;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return waits() ? checkpointed : within.isAvailable();
  }

  @Override
  public List<PartitionSplit> snapshotState(long checkpointId) {
    firstCheckpoint = waits() ? Math.min(firstCheckpoint, checkpointId) : firstCheckpoint;
    return within.snapshotState(checkpointId);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    if (checkpointId >= firstCheckpoint) {
      checkpointed.complete(null);
    }
  }
}
