package io.vigil.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a stream of a job in this process gave, in memory, in no particular order. For bounded jobs
 * that are not restarted.
 */
final class Collected<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, List<Object>> ALL = Collections.synchronizedMap(new HashMap<>());

  private final String id = UUID.randomUUID().toString();

  private Collected() {}

  /** Collects a stream, once its job is run. */
  static <T> Collected<T> of(DataStream<T> stream) {
    Collected<T> collected = new Collected<>();
    ALL.put(collected.id, Collections.synchronizedList(new ArrayList<>()));
    stream.sinkTo(collected);
    return collected;
  }

  /** Hands on what came, and forgets it. */
  @SuppressWarnings("unchecked") // Only values of type T were added.
  void forEach(Consumer<T> consumer) {
    ALL.remove(id).forEach(value -> consumer.accept((T) value));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> values = ALL.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(T value, Context unused) {
        values.add(value);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
