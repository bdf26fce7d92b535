package io.vigil.erasure;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Keeps what names the erased from passing beside the door: commands, and letters of what could not
 * be decoded.
 *
 * @param <T> what passes
 */
public final class ErasedFilterFunction<T> extends BroadcastProcessFunction<T, Erasure, T> {
  private static final long serialVersionUID = 1L;

  private final ErasureReader reader;
  private final KeySelector<T, String> participant;
  private final SerializableFunction<T, Optional<T>> instead;
  private transient Erased erased;

  /**
   * @param reader asked for all erasures when a task starts
   * @param participant whose it is
   * @param instead what passes where that is one of the erased
   */
  public ErasedFilterFunction(
      ErasureReader reader,
      KeySelector<T, String> participant,
      SerializableFunction<T, Optional<T>> instead) {
    this.reader = reader;
    this.participant = participant;
    this.instead = instead;
  }

  @Override
  public void open(OpenContext context) {
    erased = new Erased(reader.all());
  }

  @Override
  public void processElement(T value, ReadOnlyContext context, Collector<T> out) throws Exception {
    if (erased.of(participant.getKey(value)) == null) {
      out.collect(value);
    } else {
      instead.apply(value).ifPresent(out::collect);
    }
  }

  @Override
  public void processBroadcastElement(Erasure erasure, Context context, Collector<T> out) {
    erased.take(erasure);
  }
}
