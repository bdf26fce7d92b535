package io.vigil;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what is said of each window, and when it came. */
final class TimedSink implements Sink<Document> {
  private static final long serialVersionUID = 1L;
  private static final ConcurrentLinkedQueue<Written> WRITTEN = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  /**
   * A document.
   *
   * @param nanos when it came, by {@link System#nanoTime}
   */
  record Written(Document document, long nanos) {}

  TimedSink() {
    WRITTEN.clear();
    COUNT.set(0);
  }

  static int count() {
    return COUNT.get();
  }

  static List<Written> written() {
    return List.copyOf(WRITTEN);
  }

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(Document document, Context moment) {
        if (document.container() == Container.PREDICTIONS) {
          WRITTEN.add(new Written(document, System.nanoTime()));
          COUNT.incrementAndGet();
        }
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
