package io.vigil;

import io.vigil.alert.Incident;
import io.vigil.alert.WatchInput;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All that may change somebody's alerts. */
final class WatchStreams {
  private DataStream<WatchInput> all;

  /** All of them, of which there is one at least. */
  DataStream<WatchInput> all() {
    return all;
  }

  /** What lies where its participant is. */
  <T> void add(String name, DataStream<T> stream, MapFunction<T, WatchInput> form) {
    DataStream<WatchInput> inputs = stream.map(form).returns(WatchInput.class).name(name).uid(name);
    all = all == null ? inputs : all.union(inputs);
  }

  /** What came another way is brought to where its participant is. */
  <T> void move(
      String name,
      DataStream<T> stream,
      KeySelector<T, String> participant,
      MapFunction<T, WatchInput> form) {
    add(name, stream.keyBy(participant), form);
  }

  void move(String name, DataStream<Incident> incidents) {
    move(name, incidents, incident -> incident.key().participantId(), WatchInput::incident);
  }
}
