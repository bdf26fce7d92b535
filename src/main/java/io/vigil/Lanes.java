package io.vigil;

import io.vigil.sensor.Erasable;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How steps lie beside each other. */
final class Lanes {
  /** Says that a stream still lies as the one shuffle laid it, so that no second one is needed. */
  static <T> KeyedStream<T, String> sameKey(
      DataStream<T> stream, KeySelector<T, String> participant) {
    return DataStreamUtils.reinterpretAsKeyedStream(stream, participant);
  }

  /** What participants sent or what was made of it, without word that they are to be forgotten. */
  static <T extends Erasable> SingleOutputStreamOperator<T> withoutWords(DataStream<T> stream) {
    return stream.filter(one -> !one.isErasure());
  }

  /** One for the whole job. */
  static <T> SingleOutputStreamOperator<T> once(SingleOutputStreamOperator<T> step) {
    return step.setParallelism(1).setMaxParallelism(1);
  }

  private Lanes() {}
}
