package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.alert.AlertType;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feed.kit.Waiting;
import io.vigil.metric.JobMetric;
import io.vigil.model.ModelArtifact;
import io.vigil.model.TakeoverSource;
import io.vigil.sensor.RawMessage;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentSink;
import io.vigil.store.DocumentStore;
import io.vigil.store.SqliteFile;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotions that should not have been, in a running job. */
class BadModelJobTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ModelArtifact NEXT =
      TrainedModels.forest(2, 20, 12, FeatureExtractor.SCHEMA);
  private static final MemoryRegistry REGISTRY = new MemoryRegistry("bad model");

  @TempDir Path folder;
  private SqliteFile sensors;
  private SqliteFile kept;

  @Test
  void badOnesAreToldAndTheModelInForceGoesOn() throws Exception {
    sensors = new SqliteFile(folder.resolve("sensors.db"));
    kept = new SqliteFile(folder.resolve("vigil.db"));
    String old = ModelArtifact.read(JobRun.model()).id().sha256();
    String next = NEXT.id().sha256();
    long refusedBefore = JobCounters.sum(JobMetric.MODELS_REFUSED);
    long lateBefore = JobCounters.sum(JobMetric.TAKEOVERS_LATE);
    JobClient job = start();
    try {
      send(0, 40);
      List<String> expected = new ArrayList<>(Collections.nCopies(17, old));
      awaitModels(expected);

      REGISTRY.promote(micros(44), Arrays.copyOf(NEXT.toBytes(), 5_000));
      REGISTRY.promote(micros(44), TrainedModels.forest(1, 3, 12));
      Waiting.until(
          "both are refused", () -> JobCounters.sum(JobMetric.MODELS_REFUSED) == refusedBefore + 2);
      Waiting.until("operators are told", () -> alert().isPresent());
      assertThat(alert().orElseThrow().path("status").asText()).isEqualTo("ACTIVE_UNACK");
      assertThat(alert().orElseThrow().path("evidence").toString())
          .contains("for champion was refused, the one in force goes on:");
      send(40, 50);
      expected.addAll(Collections.nCopies(5, old));
      awaitModels(expected);

      long missed = JobCounters.sum(JobMetric.LOOKS_FAILED);
      REGISTRY.vanish();
      Waiting.until(
          "the registry is missed", () -> JobCounters.sum(JobMetric.LOOKS_FAILED) > missed);
      send(50, 60);
      expected.addAll(Collections.nCopies(5, old));
      awaitModels(expected);
      REGISTRY.comeBack();

      long before = JobCounters.sum(JobMetric.TAKEOVERS_HEARD);
      REGISTRY.promote(micros(60), NEXT);
      Waiting.until("it is over", () -> !alert().orElseThrow().path("endTs").isNull());
      Waiting.until("it is heard", () -> JobCounters.sum(JobMetric.TAKEOVERS_HEARD) > before);
      send(60, 80);
      expected.addAll(Collections.nCopies(3, old));
      expected.addAll(Collections.nCopies(7, next));
      awaitModels(expected);

      // Too late: what was scored stays, what comes is scored by the one of before again.
      long heard = JobCounters.sum(JobMetric.TAKEOVERS_HEARD);
      REGISTRY.promote(micros(70), JobRun.model());
      Waiting.until("it is heard", () -> JobCounters.sum(JobMetric.TAKEOVERS_HEARD) > heard);
      send(80, 90);
      expected.addAll(Collections.nCopies(5, old));
      awaitModels(expected);
      assertThat(JobCounters.sum(JobMetric.TAKEOVERS_LATE)).isEqualTo(lateBefore + 1);
    } finally {
      job.cancel().get(60, TimeUnit.SECONDS);
    }
  }

  private JobClient start() throws Exception {
    Configuration configuration = new Configuration();
    configuration.setString("pipeline.generic-types", "false");
    JobCounters.in(configuration);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    ActivityJob.define(
        new JobInputs(
                changes(environment, sensors, "messages"),
                changes(environment, kept, "commands-in"),
                changes(environment, kept, "rules-in"))
            .following(
                environment.fromSource(
                    TakeoverSource.of(REGISTRY, OFTEN),
                    WatermarkStrategy.noWatermarks(),
                    "registry"),
                REGISTRY),
        JobRun.models(),
        JobRun.settings().live(),
        JobOutputs.of(new DocumentSink(kept)));
    return environment.executeAsync("bad model");
  }

  private static DataStream<RawMessage> changes(
      StreamExecutionEnvironment environment, SqliteFile file, String name) {
    return environment
        .fromSource(
            ChangesSource.of(file, Container.COMMANDS, OFTEN),
            WatermarkStrategy.noWatermarks(),
            name)
        .uid(name)
        .setParallelism(1);
  }

  /** Seconds of samples, as a hub would have them. */
  private void send(int from, int to) {
    List<Integer> axis = new ArrayList<>();
    for (int sample = 0; sample < 52; sample++) {
      axis.add(500 + sample * 7 % 50);
    }
    try (DocumentStore store = sensors.get()) {
      for (int second = from; second < to; second++) {
        String body =
            "{\"participantId\":\"p1\",\"start\":\"%s\",\"rateHz\":52,\"unit\":\"mg\",\"x\":%s,\"y\":%s,\"z\":%s}"
                .formatted(BEGINNING.plusSeconds(second), axis, axis, axis);
        store.upsert(
            List.of(new Document(Container.COMMANDS, "s" + second, "p1", "", second, body)));
      }
    }
  }

  private void awaitModels(List<String> expected) {
    Waiting.until(
        expected.size() + " windows are scored", () -> models().size() >= expected.size());
    assertThat(models()).isEqualTo(expected);
  }

  /** Which scored each window, in their order. */
  private List<String> models() {
    List<String> models = new ArrayList<>();
    scan(Container.PREDICTIONS, body -> models.add(body.path("model").path("sha256").asText()));
    return models;
  }

  private Optional<JsonNode> alert() {
    List<JsonNode> alerts = new ArrayList<>();
    scan(
        Container.ALERTS,
        body -> {
          if (body.path("type").asText().equals(AlertType.BAD_MODEL.name())) {
            alerts.add(body);
          }
        });
    assertThat(alerts).hasSizeLessThan(2);
    return alerts.stream().findFirst();
  }

  private void scan(Container container, Consumer<JsonNode> taker) {
    try (DocumentStore store = kept.get()) {
      store.scan(
          container,
          document -> {
            try {
              taker.accept(JSON.readTree(document.body()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static long micros(int second) {
    return BEGINNING.plusSeconds(second).toEpochMilli() * 1000;
  }
}
