package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads one split after the other, a chunk of lines each time it is asked, so that a checkpoint
 * never waits longer than a chunk takes. Called by one thread only.
 */
final class HistoricalReader implements SourceReader<RawMessage, HistoricalSplit> {
  private final Runnable splitRequest;
  private final Deque<HistoricalSplit> waiting = new ArrayDeque<>();
  private HistoricalSplit current;
  private FileChunks chunks;
  private boolean noMoreSplits;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  /**
   * @param splitRequest asks for one more split
   */
  HistoricalReader(Runnable splitRequest) {
    this.splitRequest = splitRequest;
  }

  @Override
  public void start() {
    if (waiting.isEmpty()) {
      splitRequest.run();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
    if (current == null) {
      return takeSplit();
    }
    if (current.isDone()) {
      current = null;
      if (waiting.isEmpty() && !noMoreSplits) {
        splitRequest.run();
      }
      return takeSplit();
    }
    if (chunks == null) {
      chunks =
          new FileChunks(current.file(), current.format(), current.linesRead(), current.header());
    }
    RawMessage message = chunks.next();
    if (message != null) {
      output.collect(message);
    }
    current = current.withLinesRead(chunks.linesRead(), chunks.header());
    if (chunks.isEnded()) {
      close();
      current = current.atNextFile();
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private InputStatus takeSplit() {
    current = waiting.poll();
    if (current != null) {
      return InputStatus.MORE_AVAILABLE;
    }
    return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<HistoricalSplit> snapshotState(long checkpointId) {
    List<HistoricalSplit> splits = new ArrayList<>(waiting);
    if (current != null) {
      splits.add(0, current);
    }
    return splits;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    boolean idle = current == null && waiting.isEmpty() && !noMoreSplits;
    if (!idle) {
      return CompletableFuture.completedFuture(null);
    }
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return available;
  }

  @Override
  public void addSplits(List<HistoricalSplit> splits) {
    waiting.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    if (chunks != null) {
      chunks.close();
      chunks = null;
    }
  }
}
