package io.vigil.cli;

import io.vigil.sensor.RawMessage;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that runs inside this process until its input ends, by {@code flink-conf/config.yaml}. Its
 * scratch folder is gone when it is closed.
 */
final class LocalJob implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Path scratch;
  private final StreamExecutionEnvironment environment;

  /**
   * @param parallelism how many tasks an operator runs in; 0 for the configuration's
   */
  LocalJob(int parallelism) {
    try {
      this.scratch = Files.createTempDirectory("vigil-job");
    } catch (IOException e) {
      throw new UncheckedIOException("No scratch folder could be made for the job", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    Configuration configuration = configuration();
    configuration.set(CoreOptions.TMP_DIRS, scratch.toString());
    // A bounded run that fails is not tried again: what failed it would most likely fail it again.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    // So nothing would read a checkpoint; but a job that ends waits for its last one, ten seconds.
    configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    configuration.setString("metrics.reporters", "local");
    configuration.setString(
        "metrics.reporter.local.factory.class", LocalCounters.Factory.class.getName());
    int tasks = parallelism > 0 ? parallelism : configuration.get(CoreOptions.DEFAULT_PARALLELISM);
    this.environment = StreamExecutionEnvironment.createLocalEnvironment(tasks, configuration);
  }

  /** The messages of historical files, as fast as they can be read. */
  DataStream<RawMessage> files(FilePlan plan) {
    return messages(new HistoricalSource(plan.splits()));
  }

  /** The messages of a source of historical files. */
  DataStream<RawMessage> messages(HistoricalSource source) {
    return environment.fromSource(source, WatermarkStrategy.noWatermarks(), "files").uid("files");
  }

  /** A folder for files that nobody needs once the job is closed. */
  Path scratch() {
    return scratch;
  }

  /**
   * Runs the job to its end.
   *
   * @param name of the job
   * @param look called a few times a second while it runs
   * @return how long it ran, in milliseconds, without the start of the engine
   * @throws CommandFailed with the innermost reason where the job failed
   */
  long run(String name, Runnable look) {
    try {
      JobClient client = environment.executeAsync(name);
      CompletableFuture<JobExecutionResult> end = client.getJobExecutionResult();
      while (!isDone(end)) {
        look.run();
      }
      look.run();
      return end.get().getNetRuntime();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("The job was interrupted", e);
    } catch (Exception e) {
      Throwable reason = innermost(e);
      throw new CommandFailed(
          "The job failed: " + (reason.getMessage() == null ? reason : reason.getMessage()), e);
    }
  }

  private static boolean isDone(CompletableFuture<?> end)
      throws InterruptedException, ExecutionException {
    try {
      end.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null && reason.getCause() != reason) {
      reason = reason.getCause();
    }
    return reason;
  }

  private static Configuration configuration() {
    Path folder = Home.path().resolve("flink-conf");
    if (!Files.exists(folder.resolve("config.yaml"))) {
      throw new CommandFailed(
          "The engine's settings %s are missing; start Vigil by its launcher, or set -Dvigil.home to its folder"
              .formatted(folder.resolve("config.yaml")),
          null);
    }
    return GlobalConfiguration.loadConfiguration(folder.toString());
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(scratch)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException gone) {
      // Nothing is lost: the system's folder for temporary files is cleaned by its owner.
    }
  }
}
