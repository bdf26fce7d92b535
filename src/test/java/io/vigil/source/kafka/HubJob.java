package io.vigil.source.kafka;

import io.vigil.sensor.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Jobs that read a hub and nothing else. */
final class HubJob {

  /** Everything that a source gives before it ends. */
  static List<RawMessage> readAll(Source<RawMessage, ?, ?> source) throws Exception {
    List<RawMessage> all = new ArrayList<>();
    try (CloseableIterator<RawMessage> messages =
        from(source, environment(2)).executeAndCollect()) {
      messages.forEachRemaining(all::add);
    }
    return all;
  }

  /** As many of the first messages as are asked for. */
  static List<RawMessage> readSome(Source<RawMessage, ?, ?> source, int count) throws Exception {
    List<RawMessage> some = new ArrayList<>();
    try (CloseableIterator<RawMessage> messages =
        from(source, environment(2)).executeAndCollect()) {
      while (some.size() < count && messages.hasNext()) {
        some.add(messages.next());
      }
    }
    return some;
  }

  static DataStreamSource<RawMessage> from(
      Source<RawMessage, ?, ?> source, StreamExecutionEnvironment environment) {
    return environment.fromSource(source, WatermarkStrategy.noWatermarks(), "hub");
  }

  /**
   * @param restarts how often the job begins again after a failure
   */
  static StreamExecutionEnvironment environment(int parallelism, int restarts) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, restarts == 0 ? "none" : "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(parallelism);
    return environment;
  }

  static StreamExecutionEnvironment environment(int parallelism) {
    return environment(parallelism, 0);
  }

  static List<String> texts(List<RawMessage> messages) {
    return messages.stream().map(HubJob::text).toList();
  }

  static String text(RawMessage message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  private HubJob() {}
}
