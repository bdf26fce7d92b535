package io.vigil.source.polled;

import io.vigil.source.polled.Pages.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for what is new, a page at a time, and waits a moment where there is nothing. What cannot be
 * read is asked for again: the log says when that begins and when it ends, a counter how often.
 */
final class PolledReader<T> implements SourceReader<T, PolledSplit> {
  private static final Logger LOG = LoggerFactory.getLogger(PolledReader.class);

  private final Pages<T> pages;
  private final Pace pace;
  private final boolean bounded;
  private final Counter failures;
  private boolean failing;
  private PolledSplit split;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  /**
   * How often is asked.
   *
   * @param every while there are answers
   * @param afterFault where there was none
   */
  record Pace(Duration every, Duration afterFault) {}

  PolledReader(Pages<T> pages, Pace pace, boolean bounded, Counter failures) {
    this.pages = pages;
    this.pace = pace;
    this.bounded = bounded;
    this.failures = failures;
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    if (split == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    Page<T> page;
    try {
      page = pages.after(split);
    } catch (IOException e) {
      failed(e);
      lookAgainIn(pace.afterFault());
      return InputStatus.NOTHING_AVAILABLE;
    }
    answered();
    page.values().forEach(output::collect);
    split = split.after(page);
    if (page.more()) {
      return InputStatus.MORE_AVAILABLE;
    }
    if (bounded) {
      return InputStatus.END_OF_INPUT;
    }
    lookAgainIn(pace.every());
    return InputStatus.NOTHING_AVAILABLE;
  }

  private void failed(IOException failure) {
    failures.inc();
    if (!failing) {
      LOG.warn(
          "{} cannot be read and is asked again every {}, until it answers: {}",
          split.name(),
          pace.afterFault(),
          failure.getMessage());
    }
    failing = true;
  }

  private void answered() {
    if (failing) {
      LOG.info("{} can be read again", split.name());
    }
    failing = false;
  }

  private void lookAgainIn(Duration pause) {
    available =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public List<PolledSplit> snapshotState(long checkpointId) {
    return split == null ? List.of() : List.of(split);
  }

  @Override
  public void addSplits(List<PolledSplit> splits) {
    split = splits.get(0);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    // There is one, and it does not end.
  }

  @Override
  public void close() {
    pages.close();
  }
}
