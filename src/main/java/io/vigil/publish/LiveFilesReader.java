package io.vigil.publish;

import io.vigil.sensor.JsonBatches;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HistoricalSplit;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Gives each message when a sensor would have sent it, and those whose moment has passed at once.
 * Goes on waiting when all were given: a job that is then stopped with a savepoint would fail if
 * this task were just about to end. Called by one thread only.
 */
final class LiveFilesReader implements SourceReader<RawMessage, HistoricalSplit> {

  /** Who is told how far it is. */
  interface Listener {
    /** A split is wanted. */
    void wanted();

    /** All messages of a split were given. */
    void ended();
  }

  private final Function<HistoricalSplit, LaterMessages> opening;
  private final InstantSource clock;
  private final Listener listener;
  private final Deque<HistoricalSplit> waiting = new ArrayDeque<>();
  private HistoricalSplit split;
  private LaterMessages messages;
  private Outgoing next;
  private boolean noMoreSplits;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  /**
   * @param clock by which messages are due
   */
  LiveFilesReader(
      Function<HistoricalSplit, LaterMessages> opening, InstantSource clock, Listener listener) {
    this.opening = opening;
    this.clock = clock;
    this.listener = listener;
  }

  @Override
  public void start() {
    listener.wanted();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
    if (messages == null && !open()) {
      available = new CompletableFuture<>();
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (next == null && !messages.hasNext()) {
      end();
      return InputStatus.MORE_AVAILABLE;
    }
    next = next == null ? messages.next() : next;
    long early = ChronoUnit.MICROS.between(clock.instant(), due(next));
    if (early > 0) {
      available =
          new CompletableFuture<Void>().completeOnTimeout(null, early, TimeUnit.MICROSECONDS);
      return InputStatus.NOTHING_AVAILABLE;
    }
    output.collect(message(next));
    next = null;
    return InputStatus.MORE_AVAILABLE;
  }

  private boolean open() {
    split = waiting.poll();
    messages = split == null ? null : opening.apply(split);
    return messages != null;
  }

  private void end() throws IOException {
    close();
    messages = null;
    split = null;
    listener.ended();
    if (waiting.isEmpty() && !noMoreSplits) {
      listener.wanted();
    }
  }

  private static Instant due(Outgoing message) {
    return Instant.EPOCH.plus(message.due(), ChronoUnit.MICROS);
  }

  private static RawMessage message(Outgoing message) {
    return new RawMessage(
        MessageFormat.JSON,
        "",
        message.batch().origin().source(),
        message.batch().position(),
        JsonBatches.encode(message.batch()));
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return messages == null && !waiting.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : available;
  }

  /** From its beginning: what was given before is then given again at once, and changes nothing. */
  @Override
  public List<HistoricalSplit> snapshotState(long checkpointId) {
    List<HistoricalSplit> splits = new ArrayList<>(waiting);
    if (split != null) {
      splits.add(0, split);
    }
    return splits;
  }

  @Override
  public void addSplits(List<HistoricalSplit> splits) {
    waiting.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
  }

  @Override
  public void close() throws IOException {
    if (messages != null) {
      messages.close();
    }
  }
}
