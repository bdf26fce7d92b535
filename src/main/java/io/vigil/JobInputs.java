package io.vigil;

import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import io.vigil.model.TakeoverSource;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HistoricalSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the job reads.
 *
 * @param messages of sensors
 * @param commands people's answers to alerts
 * @param rules new ones, for the running job
 * @param takeovers models that take over while it runs
 * @param registry asked for takeovers whenever a task starts; empty where none is followed
 */
public record JobInputs(
    DataStream<RawMessage> messages,
    DataStream<RawMessage> commands,
    DataStream<RawMessage> rules,
    DataStream<Takeover> takeovers,
    Optional<TakeoverReader> registry) {

  /** No model takes over. */
  public JobInputs(
      DataStream<RawMessage> messages,
      DataStream<RawMessage> commands,
      DataStream<RawMessage> rules) {
    this(messages, commands, rules, noTakeovers(messages), Optional.empty());
  }

  /** Messages of sensors, and nobody who answers. */
  public static JobInputs of(DataStream<RawMessage> messages) {
    return new JobInputs(messages, nothing(messages, "commands"), nothing(messages, "rules"));
  }

  /**
   * The same with models that take over.
   *
   * @param promotions what the registry says while the job runs
   * @param reader what it says whenever a task starts
   */
  public JobInputs following(DataStream<Takeover> promotions, TakeoverReader reader) {
    return new JobInputs(messages, commands, rules, promotions, Optional.of(reader));
  }

  static DataStream<Takeover> noTakeovers(DataStream<?> beside) {
    return nothing(
        beside,
        "takeovers",
        TakeoverSource.of(revision -> List.of(), Duration.ofSeconds(1)).toTheEnd());
  }

  private static DataStream<RawMessage> nothing(DataStream<?> beside, String name) {
    return nothing(beside, name, new HistoricalSource(List.of()));
  }

  private static <T> DataStream<T> nothing(
      DataStream<?> beside, String name, Source<T, ?, ?> empty) {
    return beside
        .getExecutionEnvironment()
        .fromSource(empty, WatermarkStrategy.noWatermarks(), "no " + name)
        .uid("no-" + name)
        .setParallelism(1);
  }
}
