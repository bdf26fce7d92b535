package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import io.vigil.store.Container;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/**
 * What a person costs in writes: each episode is written when it opens and when it closes, and open
 * ones at most a quarter of a time a minute besides, with the settings as they come.
 *
 * <p>Seen red with: a renewal every minute.
 */
class WritesTest {
  private static final double MOST_A_MINUTE = 0.25;
  private static final double SAMPLES_A_MINUTE = 52 * 60;

  @Test
  void onTheRecordings() throws Exception {
    assertFewWrites(MessageFormat.UCI287, RealRecordings.files("uci-chest", ".csv"));
  }

  @Test
  void onTheSampleData() throws Exception {
    Path home = Path.of(System.getProperty("vigil.home", "."));
    assertFewWrites(
        MessageFormat.JSONL, List.of(home.resolve("sample-data").resolve("workday.jsonl.gz")));
  }

  private static void assertFewWrites(MessageFormat format, List<Path> files) throws Exception {
    double minutes = minutes(format, files);
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
    ActivityJob.define(
        JobInputs.of(
            environment.fromSource(
                new HistoricalSource(FilePlan.of(format, files, DecoderSettings.DEFAULT).splits()),
                WatermarkStrategy.noWatermarks(),
                "files")),
        JobRun.models(),
        JobRun.settings().renewedEvery(Settings.defaults().episodes().renewEvery()),
        JobOutputs.of(new CountingSink()));
    environment.execute();

    int writes = CountingSink.writes(Container.ACTIVITIES);
    int changes = 2 * CountingSink.episodes();
    System.out.printf(
        "WritesTest: %s, %.0f minutes, %d episodes, %d writes%n",
        format, minutes, CountingSink.episodes(), writes);
    assertThat(CountingSink.episodes()).isGreaterThan(10);
    assertThat((writes - changes) / minutes).isLessThanOrEqualTo(MOST_A_MINUTE);
  }

  private static double minutes(MessageFormat format, List<Path> files) throws IOException {
    long rows = FilePlan.of(format, files, DecoderSettings.DEFAULT).rows();
    // A row of the sample data is a second of samples.
    return format == MessageFormat.JSONL ? rows / 60.0 : rows / SAMPLES_A_MINUTE;
  }
}
