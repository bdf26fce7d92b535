package io.vigil.cli;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Hands what a stream of a job in this process gives to somebody outside of it, one value at a
 * time, in no particular order. For bounded jobs that are not restarted.
 */
final class Handover<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Consumer<Object>> RECEIVERS = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  private Handover() {}

  /** Hands on a stream, once its job runs. The receiver is kept as long as the process lives. */
  @SuppressWarnings("unchecked") // Only values of type T come through a sink of theirs.
  static <T> void of(DataStream<T> stream, Consumer<T> receiver) {
    Handover<T> handover = new Handover<>();
    RECEIVERS.put(
        handover.id,
        value -> {
          synchronized (receiver) {
            receiver.accept((T) value);
          }
        });
    stream.sinkTo(handover);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    Consumer<Object> receiver = RECEIVERS.get(id);
    return new SinkWriter<>() {
      @Override
      public void write(T value, Context unused) {
        receiver.accept(value);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
