package io.vigil;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HistoricalSource;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the job reads.
 *
 * @param messages of sensors
 * @param commands people's answers to alerts
 * @param rules new ones, for the running job
 */
public record JobInputs(
    DataStream<RawMessage> messages,
    DataStream<RawMessage> commands,
    DataStream<RawMessage> rules) {

  /** Messages of sensors, and nobody who answers. */
  public static JobInputs of(DataStream<RawMessage> messages) {
    return new JobInputs(messages, nothing(messages, "commands"), nothing(messages, "rules"));
  }

  private static DataStream<RawMessage> nothing(DataStream<RawMessage> beside, String name) {
    return beside
        .getExecutionEnvironment()
        .fromSource(new HistoricalSource(List.of()), WatermarkStrategy.noWatermarks(), "no " + name)
        .uid("no-" + name)
        .setParallelism(1);
  }
}
