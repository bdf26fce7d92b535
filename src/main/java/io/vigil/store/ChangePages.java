package io.vigil.store;

import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.polled.Pages;
import io.vigil.source.polled.PolledSplit;
import io.vigil.store.DocumentSink.StoreFactory;
import io.vigil.store.DocumentStore.Changes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The changes of a container, as messages. */
final class ChangePages implements Pages<RawMessage> {
  private static final int PAGE = 100;

  private final StoreFactory stores;
  private final Container container;
  private DocumentStore store;

  ChangePages(StoreFactory stores, Container container) {
    this.stores = stores;
    this.container = container;
  }

  @Override
  public Page<RawMessage> after(PolledSplit position) throws IOException {
    Changes changes = changes(position.continuation());
    List<RawMessage> messages = new ArrayList<>();
    long number = position.read();
    for (Document document : changes.documents()) {
      messages.add(message(document, number++));
    }
    return new Page<>(messages, changes.continuation(), changes.more());
  }

  private Changes changes(String continuation) throws IOException {
    try {
      if (store == null) {
        store = stores.get();
      }
      return store.changes(container, continuation, PAGE);
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static RawMessage message(Document document, long number) {
    return new RawMessage(
        MessageFormat.JSON,
        "",
        "store/" + document.container().title(),
        number,
        document.body().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
