package io.vigil;

import io.vigil.erasure.Cleared;
import io.vigil.store.Document;
import io.vigil.store.ErasureDocuments;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** What is to be written to the store, from each step that has something to say. */
final class DocumentStreams {
  private DataStream<Document> all;

  /** All of them, of which there is one at least. */
  DataStream<Document> all() {
    return all;
  }

  <T> void add(String name, DataStream<T> stream, MapFunction<T, Document> form) {
    join(documents(name, stream, form));
  }

  /** Of a step that is one for the whole job. */
  <T> void addOfOne(String name, DataStream<T> stream, MapFunction<T, Document> form) {
    join(Lanes.once(documents(name, stream, form)));
  }

  /** That a step has forgotten those who were erased. */
  void cleared(String name, SingleOutputStreamOperator<?> step, OutputTag<Cleared> tag) {
    add(name, step.getSideOutput(tag), ErasureDocuments::cleared);
  }

  private void join(DataStream<Document> documents) {
    all = all == null ? documents : all.union(documents);
  }

  private static <T> SingleOutputStreamOperator<Document> documents(
      String name, DataStream<T> stream, MapFunction<T, Document> form) {
    return stream.map(form).returns(Document.class).name(name).uid(name);
  }
}
