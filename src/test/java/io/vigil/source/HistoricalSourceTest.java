package io.vigil.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.DecodeOperator;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Pseudonyms;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.ReadTally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoricalSourceTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path folder;

  /** Seen red with: an enumerator that gives the first split out twice. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void readsEveryLineOnce(int parallelism) throws Exception {
    FilePlan plan = plan();
    List<String> lines = new ArrayList<>();
    collect(source(plan, environment(parallelism)))
        .forEach(message -> lines.addAll(HistoricalFiles.lines(message)));
    assertThat(lines).hasSize((int) plan.rows()).doesNotHaveDuplicates();
    assertThat(plan.rows()).isEqualTo(1 + 52 + 700);
  }

  /**
   * The count of samples read is exact across a failure. Seen red with: an operator that starts
   * again at nothing.
   */
  @Test
  void countsEverySampleOnceAcrossAFailure() throws Exception {
    FailingSource.FAILED.set(false);
    FilePlan plan = plan();
    StreamExecutionEnvironment environment = environment(2);
    environment.enableCheckpointing(10);
    DataStream<RawMessage> failing =
        environment.fromSource(
            FailingSource.of(new HistoricalSource(plan.splits())),
            WatermarkStrategy.noWatermarks(),
            "failing",
            TypeInformation.of(RawMessage.class));
    DataStream<ReadTally> read =
        DecodeOperator.decode(
                failing, DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, Pseudonyms.NONE)
            .getSideOutput(DecodeOperator.READ);
    // An instance that had ended before the checkpoint ends once more: its tally is the same
    // document, written again.
    Map<Integer, Long> tallies = new HashMap<>();
    collect(read).forEach(tally -> tallies.put(tally.instance(), tally.read()));
    assertThat(FailingSource.FAILED).isTrue();
    assertThat(tallies.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(plan.rows());
  }

  private FilePlan plan() throws IOException {
    return FilePlan.of(
        MessageFormat.UCI287,
        List.of(
            HistoricalFiles.uci(folder, "1.csv", 1),
            HistoricalFiles.uci(folder, "2.csv", 52),
            HistoricalFiles.uci(folder, "3.csv", 700)),
        DecoderSettings.DEFAULT);
  }

  private static DataStreamSource<RawMessage> source(
      FilePlan plan, StreamExecutionEnvironment environment) {
    return environment.fromSource(
        new HistoricalSource(plan.splits()), WatermarkStrategy.noWatermarks(), "files");
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, java.time.Duration.ofMillis(1));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(parallelism);
    return environment;
  }

  private static <T> List<T> collect(DataStream<T> stream) throws Exception {
    List<T> all = new ArrayList<>();
    try (CloseableIterator<T> values = stream.executeAndCollect()) {
      values.forEachRemaining(all::add);
    }
    return all;
  }
}
