package io.vigil.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Gathers documents and writes them together: when there are many, after a moment, and before every
 * checkpoint. Of a document that changed in between only the newest form is written.
 */
final class DocumentWriter implements SinkWriter<Document> {
  private static final int MOST = 1000;
  private static final long MOMENT_MILLIS = 200;

  private final DocumentStore store;
  private final ProcessingTimeService clock;
  private final Map<Key, Document> waiting = new LinkedHashMap<>();
  private boolean closed;

  private record Key(Container container, String id) {}

  DocumentWriter(DocumentStore store, ProcessingTimeService clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void write(Document document, Context context) {
    if (waiting.isEmpty()) {
      clock.registerTimer(clock.getCurrentProcessingTime() + MOMENT_MILLIS, time -> writeWaiting());
    }
    waiting.put(new Key(document.container(), document.id()), document);
    if (waiting.size() >= MOST) {
      writeWaiting();
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    writeWaiting();
  }

  private void writeWaiting() {
    if (!waiting.isEmpty() && !closed) {
      store.upsert(new ArrayList<>(waiting.values()));
      waiting.clear();
    }
  }

  @Override
  public void close() {
    closed = true;
    store.close();
  }
}
