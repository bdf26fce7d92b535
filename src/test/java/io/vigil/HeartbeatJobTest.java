package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.feed.kit.Waiting;
import io.vigil.sensor.RawMessage;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.DocumentSink;
import io.vigil.store.DocumentStore;
import io.vigil.store.SqliteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live job says that it lives, by all of its tasks, though no samples come. */
class HeartbeatJobTest {
  @TempDir Path folder;

  /** Seen red with: a job of replay, where nobody asks. */
  @Test
  void aLiveJobHasAHeartbeatInTheStore() throws Exception {
    SqliteFile file = new SqliteFile(folder.resolve("vigil.db"));
    Instant before = Instant.now();
    Configuration configuration = new Configuration();
    configuration.setString("pipeline.generic-types", "false");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    ActivityJob.define(
        new JobInputs(
            nothing(environment, file, Container.COMMANDS, "messages"),
            nothing(environment, file, Container.COMMANDS, "commands-in"),
            nothing(environment, file, Container.RULES, "rules-in")),
        JobRun.models(),
        JobRun.settings().live(),
        JobOutputs.of(new DocumentSink(file)));
    JobClient job = environment.executeAsync("heartbeat");
    try (DocumentStore store = file.get()) {
      Waiting.until("there is a heartbeat", () -> store.count(Container.HEARTBEATS) == 1);
      JsonNode heartbeat =
          new ObjectMapper().readTree(store.newest(Container.HEARTBEATS).get(0).body());
      assertThat(Instant.parse(heartbeat.path("ts").asText()))
          .isAfterOrEqualTo(before.minusMillis(1));
      assertThat(heartbeat.path("tasks").asInt()).isEqualTo(2);
      assertThat(heartbeat.path("newestSampleTs").isNull()).isTrue();
    } finally {
      job.cancel().get(60, TimeUnit.SECONDS);
    }
  }

  private static DataStream<RawMessage> nothing(
      StreamExecutionEnvironment environment, SqliteFile file, Container container, String name) {
    return environment
        .fromSource(
            ChangesSource.of(file, container, Duration.ofSeconds(1)),
            WatermarkStrategy.noWatermarks(),
            name)
        .uid(name)
        .setParallelism(1);
  }
}
