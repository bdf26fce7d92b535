package io.vigil;

import io.vigil.erasure.ErasureReader;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HistoricalSource;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the job reads. Steps that would only ever read nothing are not started.
 *
 * @param messages of sensors
 * @param commands people's answers to alerts; empty where nobody can answer
 * @param rules new ones, for the running job; empty where there will be none
 * @param promotions models that take over while it runs; empty where no registry is followed
 * @param erasures of people; empty where nobody is erased while it runs
 */
public record JobInputs(
    DataStream<RawMessage> messages,
    Optional<DataStream<RawMessage>> commands,
    Optional<DataStream<RawMessage>> rules,
    Optional<Promotions> promotions,
    Optional<Erasures> erasures) {

  /**
   * Models that take over.
   *
   * @param stream what the registry says while the job runs
   * @param registry what it says whenever a task starts
   */
  public record Promotions(DataStream<Takeover> stream, TakeoverReader registry) {}

  /**
   * Who is erased.
   *
   * @param stream what is asked while the job runs, and before
   * @param known what was asked until a task starts
   */
  public record Erasures(DataStream<RawMessage> stream, ErasureReader known) {}

  /** No model takes over. */
  public JobInputs(
      DataStream<RawMessage> messages,
      DataStream<RawMessage> commands,
      DataStream<RawMessage> rules) {
    this(messages, Optional.of(commands), Optional.of(rules), Optional.empty(), Optional.empty());
  }

  /** Messages of sensors, and nobody who answers. */
  public static JobInputs of(DataStream<RawMessage> messages) {
    return new JobInputs(
        messages, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same with models that take over.
   *
   * @param promotions what the registry says while the job runs
   * @param reader what it says whenever a task starts
   */
  public JobInputs following(DataStream<Takeover> promotions, TakeoverReader reader) {
    return new JobInputs(
        messages, commands, rules, Optional.of(new Promotions(promotions, reader)), erasures);
  }

  /**
   * The same with people who are erased.
   *
   * @param asked while the job runs, and before
   * @param known what was asked until a task starts
   */
  public JobInputs erasing(DataStream<RawMessage> asked, ErasureReader known) {
    return new JobInputs(
        messages, commands, rules, promotions, Optional.of(new Erasures(asked, known)));
  }

  /** The rules that come, or a stream that ends at once. */
  DataStream<RawMessage> rulesOrNone() {
    return rules.orElseGet(
        () ->
            messages
                .getExecutionEnvironment()
                .fromSource(
                    new HistoricalSource(List.of()), WatermarkStrategy.noWatermarks(), "no rules")
                .uid("no-rules")
                .setParallelism(1));
  }
}
