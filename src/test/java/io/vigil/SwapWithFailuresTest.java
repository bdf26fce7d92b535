package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feature.FeatureExtractor;
import io.vigil.metric.JobMetric;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Takeover;
import io.vigil.sensor.RawMessage;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import io.vigil.source.polled.Pages;
import io.vigil.source.polled.PolledSource;
import io.vigil.source.polled.PolledSplit;
import io.vigil.store.Container;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that falls over in the middle of takeovers leaves the documents of one that knew from the
 * start what would be promoted, byte for byte.
 */
class SwapWithFailuresTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int TASKS = 2;
  private static final ModelArtifact SECOND =
      TrainedModels.forest(2, 20, 12, FeatureExtractor.SCHEMA);
  private static final ModelArtifact THIRD =
      TrainedModels.forest(3, 20, 12, FeatureExtractor.SCHEMA);
  private static final MemoryRegistry REGISTRY = new MemoryRegistry("with failures");

  @TempDir Path folder;

  @Test
  void leavesTheDocumentsOfAnUndisturbedRun() throws Exception {
    System.out.println("SwapWithFailuresTest: -Dvigil.seed=" + SEED);
    List<Batch> batches = new ArrayList<>();
    new Simulation(
            new Scenario(
                4, SEED & 0xffff, 8, 80, Instant.parse("2026-01-05T09:00:00Z"), 2, 0, 0, 0))
        .run(BatchWriter.NONE, batches::add, second -> {});
    Path file = file(batches);
    Story.begin(batches);

    JobRun disturbed =
        new JobRun.Plan(folder)
            .parallelism(TASKS)
            .slowed(6)
            .onTheWay(SwapWithFailuresTest::disturbed)
            .following(inputs -> inputs.following(promotions(inputs.messages()), REGISTRY))
            .over(file);
    List<Takeover> all = new ArrayList<>(JobRun.models());
    all.addAll(REGISTRY.promotions());
    JobRun undisturbed = new JobRun.Plan(folder).models(all).over(file);

    assertThat(Story.FAILURES).hasValue(2);
    assertThat(undisturbed.of(Container.PREDICTIONS))
        .anyMatch(body -> body.contains(SECOND.id().sha256()))
        .anyMatch(body -> body.contains(THIRD.id().sha256()));
    for (Container container :
        List.of(Container.PREDICTIONS, Container.ACTIVITIES, Container.ALERTS)) {
      assertThat(disturbed.of(container)).isEqualTo(undisturbed.of(container));
    }
  }

  /** As long as messages come. */
  private static DataStream<Takeover> promotions(DataStream<RawMessage> beside) {
    return beside
        .getExecutionEnvironment()
        .fromSource(
            PolledSource.of("registry", UntilOver::new, Takeover.class, Duration.ofMillis(20))
                .toTheEnd(),
            WatermarkStrategy.noWatermarks(),
            "registry")
        .uid("registry")
        .setParallelism(1);
  }

  /** Straight behind the source, whose one file one task reads: nobody has scored what is held. */
  private static DataStream<RawMessage> disturbed(DataStream<RawMessage> messages) {
    return messages.map(new Story()).returns(RawMessage.class);
  }

  private Path file(List<Batch> lines) throws IOException {
    Path file = folder.resolve("batches.jsonl");
    try (OutputStream out = Files.newOutputStream(file);
        JsonLines json = new JsonLines(out)) {
      for (Batch batch : lines) {
        json.write(batch);
      }
    }
    return file;
  }

  /** The registry's pages, and one more to come until the messages have ended. */
  private static final class UntilOver implements Pages<Takeover> {
    @Override
    public Page<Takeover> after(PolledSplit position) throws IOException {
      String at = position.continuation();
      List<Takeover> news = REGISTRY.after(at.isEmpty() ? 0 : Long.parseLong(at));
      String next = news.isEmpty() ? at : Long.toString(news.get(news.size() - 1).revision());
      try {
        return new Page<>(news, next, !Story.over.await(20, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        throw new InterruptedIOException(e.getMessage());
      }
    }
  }

  /** What happens as messages come by, each thing once. */
  private static final class Story extends RichMapFunction<RawMessage, RawMessage> {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger FAILURES = new AtomicInteger();
    private static List<Long> starts;
    private static long heardBefore;
    private static CountDownLatch over;

    static void begin(List<Batch> batches) {
      over = new CountDownLatch(1);
      heardBefore = JobCounters.sum(JobMetric.TAKEOVERS_HEARD);
      starts = batches.stream().map(Batch::startMicros).toList();
      FAILURES.set(0);
    }

    @Override
    public RawMessage map(RawMessage message) {
      // The number of the first of its lines.
      int at = (int) message.position();
      int all = starts.size();
      if (at >= all / 4 && REGISTRY.promotions().isEmpty()) {
        // With a lead: it is heard of before its time has come.
        REGISTRY.promote(starts.get(all / 2), SECOND);
      }
      if (at >= all * 3 / 8 && FAILURES.compareAndSet(0, 1)) {
        Await.until(() -> JobCounters.sum(JobMetric.TAKEOVERS_HEARD) >= heardBefore + TASKS);
        fail();
      }
      if (at >= all * 3 / 4 && FAILURES.compareAndSet(1, 2)) {
        // Without one: before anybody can have heard of it, the job falls over.
        REGISTRY.promote(starts.get(at - 1), THIRD);
        fail();
      }
      long lines = new String(message.payload(), StandardCharsets.UTF_8).lines().count();
      if (at + lines > all) {
        over.countDown();
      }
      return message;
    }

    private static void fail() {
      throw new IllegalStateException("A fault that the test planted");
    }
  }
}
