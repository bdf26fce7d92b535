package io.vigil.cli;

import io.vigil.sensor.RawMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The sources of a job, named so that a checkpoint knows them again wherever the job runs. */
final class JobSources {
  private final StreamExecutionEnvironment environment;

  JobSources(StreamExecutionEnvironment environment) {
    this.environment = environment;
  }

  /**
   * The messages of a source.
   *
   * @param name of the source, by which a checkpoint knows it again
   */
  DataStream<RawMessage> messages(Source<RawMessage, ?, ?> source, String name) {
    return environment.fromSource(source, WatermarkStrategy.noWatermarks(), name).uid(name);
  }

  /** The same, read by one task only. */
  DataStream<RawMessage> fewMessages(Source<RawMessage, ?, ?> source, String name) {
    return few(source, name);
  }

  /** What a source gives, read by one task only; its name as with messages. */
  <T> DataStream<T> few(Source<T, ?, ?> source, String name) {
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), name)
        .uid(name)
        .setParallelism(1);
  }
}
