package io.vigil.store;

import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.store.DocumentSink.StoreFactory;
import io.vigil.store.DocumentStore.Changes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a store for changes, a page at a time, and waits a moment where there are none. */
final class ChangesReader implements SourceReader<RawMessage, ChangesSplit> {
  private static final Logger LOG = LoggerFactory.getLogger(ChangesReader.class);
  private static final int PAGE = 100;
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

  private final StoreFactory stores;
  private final Duration every;
  private final boolean bounded;
  private final Duration afterFault;
  private DocumentStore store;
  private ChangesSplit split;
  private CompletableFuture<Void> available = new CompletableFuture<>();

  ChangesReader(StoreFactory stores, Duration every, boolean bounded) {
    this(stores, every, bounded, AFTER_A_FAULT);
  }

  /**
   * @param afterFault how long a store that does not answer is left alone
   */
  ChangesReader(StoreFactory stores, Duration every, boolean bounded, Duration afterFault) {
    this.stores = stores;
    this.every = every;
    this.bounded = bounded;
    this.afterFault = afterFault;
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) {
    if (split == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    Changes page;
    try {
      page = page();
    } catch (StoreException e) {
      LOG.warn("{}; asked again in {}", e.getMessage(), afterFault);
      lookAgainIn(afterFault);
      return InputStatus.NOTHING_AVAILABLE;
    }
    long position = split.read();
    for (Document document : page.documents()) {
      output.collect(message(document, position++));
    }
    split = split.after(page);
    if (page.more()) {
      return InputStatus.MORE_AVAILABLE;
    }
    if (bounded) {
      return InputStatus.END_OF_INPUT;
    }
    lookAgainIn(every);
    return InputStatus.NOTHING_AVAILABLE;
  }

  private Changes page() {
    if (store == null) {
      store = stores.get();
    }
    return store.changes(split.container(), split.continuation(), PAGE);
  }

  private static RawMessage message(Document document, long position) {
    return new RawMessage(
        MessageFormat.JSON,
        "",
        "store/" + document.container().title(),
        position,
        document.body().getBytes(StandardCharsets.UTF_8));
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
  public List<ChangesSplit> snapshotState(long checkpointId) {
    return split == null ? List.of() : List.of(split);
  }

  @Override
  public void addSplits(List<ChangesSplit> splits) {
    split = splits.get(0);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    // There is one, and it does not end.
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
