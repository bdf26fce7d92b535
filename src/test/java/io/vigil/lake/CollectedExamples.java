package io.vigil.lake;

import io.vigil.learn.Example;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps the examples of a job that does not fail, so that others can be compared with it. */
final class CollectedExamples implements Sink<Example> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Collection<Example>> KEPT = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  CollectedExamples() {
    KEPT.put(id, new ConcurrentLinkedQueue<>());
  }

  Collection<Example> examples() {
    return KEPT.get(id);
  }

  @Override
  public SinkWriter<Example> createWriter(WriterInitContext context) {
    Collection<Example> kept = KEPT.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(Example example, Context unused) {
        kept.add(example);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
