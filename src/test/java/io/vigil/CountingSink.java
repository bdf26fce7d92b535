package io.vigil;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts writes and documents of one run in this process. */
final class CountingSink implements Sink<Document> {
  private static final long serialVersionUID = 1L;
  private static final Map<Container, Integer> WRITES = new EnumMap<>(Container.class);
  private static final Set<String> ACTIVITIES = new HashSet<>();

  CountingSink() {
    synchronized (WRITES) {
      WRITES.clear();
      ACTIVITIES.clear();
    }
  }

  /** How many documents of a kind were written, each as often as it was. */
  static int writes(Container container) {
    synchronized (WRITES) {
      return WRITES.getOrDefault(container, 0);
    }
  }

  /** How many episodes there were. */
  static int episodes() {
    synchronized (WRITES) {
      return ACTIVITIES.size();
    }
  }

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(Document document, Context moment) {
        synchronized (WRITES) {
          WRITES.merge(document.container(), 1, Integer::sum);
          if (document.container() == Container.ACTIVITIES) {
            ACTIVITIES.add(document.id());
          }
        }
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
