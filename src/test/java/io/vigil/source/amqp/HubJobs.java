package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.CloseableIterator;

/** Jobs of nothing but a source. */
final class HubJobs {
  /** With frequent checkpoints and quick restarts. */
  static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(parallelism);
    environment.enableCheckpointing(50);
    return environment;
  }

  /** All that a bounded source gives. */
  static List<RawMessage> collect(
      Source<RawMessage, ?, ?> source, StreamExecutionEnvironment environment) throws Exception {
    List<RawMessage> all = new ArrayList<>();
    try (CloseableIterator<RawMessage> messages = run(source, environment)) {
      messages.forEachRemaining(all::add);
    }
    return all;
  }

  /** What a source gives as it does. */
  static CloseableIterator<RawMessage> run(
      Source<RawMessage, ?, ?> source, StreamExecutionEnvironment environment) throws Exception {
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "hub")
        .uid("hub")
        .executeAndCollect();
  }

  /** Starts a job that has no use for what its source gives. */
  static JobClient discard(Source<RawMessage, ?, ?> source, StreamExecutionEnvironment environment)
      throws Exception {
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "hub")
        .uid("hub")
        .sinkTo(new DiscardingSink<>());
    return environment.executeAsync();
  }

  static List<RawMessage> take(Iterator<RawMessage> messages, int count) {
    return Stream.generate(messages::next).limit(count).toList();
  }

  /** Sources and positions of messages: of each partition from one number to another. */
  @SafeVarargs
  static List<String> places(HubAddress hub, List<Long>... fromTo) {
    List<String> places = new ArrayList<>();
    for (int partition = 0; partition < fromTo.length; partition++) {
      for (long i = fromTo[partition].get(0); i < fromTo[partition].get(1); i++) {
        places.add(hub + "/" + partition + " " + i);
      }
    }
    return places;
  }

  private HubJobs() {}
}
