package io.vigil.cli;

import io.vigil.sensor.RawMessage;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * A job that runs inside this process, by {@link LocalConfiguration}. Its scratch folder is gone
 * when it is closed.
 */
final class LocalJob implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration SHORT_LOOK = Duration.ofMillis(50);
  private static final int MOST_LOOKS = 40;

  private final Path scratch;
  private final StreamExecutionEnvironment environment;
  private volatile boolean stopping;

  private LocalJob(int parallelism, Consumer<Configuration> change) {
    try {
      this.scratch = Files.createTempDirectory("vigil-job");
    } catch (IOException e) {
      throw new UncheckedIOException("No scratch folder could be made for the job", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit));
    Configuration configuration = Engine.configuration();
    configuration.set(CoreOptions.TMP_DIRS, scratch.toString());
    change.accept(configuration);
    int tasks = parallelism > 0 ? parallelism : configuration.get(CoreOptions.DEFAULT_PARALLELISM);
    this.environment = StreamExecutionEnvironment.createLocalEnvironment(tasks, configuration);
  }

  /**
   * A job whose input ends.
   *
   * @param parallelism how many tasks an operator runs in; 0 for the configuration's
   */
  static LocalJob bounded(int parallelism) {
    return new LocalJob(
        parallelism,
        configuration -> {
          // A bounded run that fails is not tried again: what failed it would most likely fail it
          // again.
          configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
          // So nothing would read a checkpoint; but a job that ends waits for its last one, ten
          // seconds.
          configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        });
  }

  /**
   * A job whose input ends, that takes checkpoints on the way: with each, files of a lake can be
   * read.
   *
   * @param every how often
   */
  static LocalJob boundedWithCheckpoints(int parallelism, Duration every) {
    return new LocalJob(
        parallelism,
        configuration -> {
          configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
          configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
          configuration.set(
              CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointsIn(configuration));
        });
  }

  /**
   * A job that goes on for ever, and after a failure from its last checkpoint.
   *
   * @param parallelism how many tasks an operator runs in; 0 for the configuration's
   * @param checkpoints where and how often they are taken
   * @param from the checkpoint of an earlier run to begin at, which is this job's from then on
   * @param forgets whether that may know steps that this job has no more, as those of a lake or of
   *     models that take over
   */
  static LocalJob always(
      int parallelism, Settings.Checkpoints checkpoints, Optional<Path> from, boolean forgets) {
    return new LocalJob(
        parallelism,
        configuration -> {
          configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.every());
          configuration.set(
              CheckpointingOptions.CHECKPOINTS_DIRECTORY,
              checkpoints.path().toAbsolutePath().toUri().toString());
          configuration.set(
              CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
              ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
          from.ifPresent(
              checkpoint -> {
                configuration.set(
                    StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
                configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
                configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, forgets);
              });
        });
  }

  /**
   * A job that goes on until it is ended, and is not tried again when it fails: what is measured of
   * one that fell is worth nothing.
   *
   * @param engine what differs from the settings of one process
   */
  static LocalJob measured(int parallelism, Consumer<Configuration> engine) {
    return new LocalJob(
        parallelism,
        configuration -> {
          configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
          engine.accept(configuration);
          configuration.set(
              CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointsIn(configuration));
        });
  }

  private static String checkpointsIn(Configuration configuration) {
    return Path.of(configuration.get(CoreOptions.TMP_DIRS))
        .resolve("checkpoints")
        .toUri()
        .toString();
  }

  /** The messages of historical files, as fast as they can be read. */
  DataStream<RawMessage> files(FilePlan plan) {
    return messages(new HistoricalSource(plan.splits()), "files");
  }

  /**
   * The messages of a source.
   *
   * @param name of the source, by which a checkpoint knows it again
   */
  DataStream<RawMessage> messages(Source<RawMessage, ?, ?> source, String name) {
    return sources().messages(source, name);
  }

  /** The same, read by one task only. */
  DataStream<RawMessage> fewMessages(Source<RawMessage, ?, ?> source, String name) {
    return sources().fewMessages(source, name);
  }

  /** Where it reads. */
  JobSources sources() {
    return new JobSources(environment);
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
    return run(name, job -> look.run());
  }

  /** The same, with a look that may stop the job. */
  long run(String name, Consumer<JobClient> look) {
    try {
      JobClient job = environment.executeAsync(name);
      try {
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        while (!isDone(end)) {
          look.accept(job);
        }
        look.accept(job);
        return end.get().getNetRuntime();
      } catch (InterruptedException e) {
        job.cancel().get();
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("The job was interrupted", e);
    } catch (Exception e) {
      beSilentWhereStopping();
      throw new CommandFailed("The job failed: " + Engine.reason(e), e);
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

  /** Whoever stops the process knows why the job failed then, and need not be told. */
  private void beSilentWhereStopping() {
    while (stopping) {
      LockSupport.park(this);
    }
  }

  /** Until the process is gone, tasks that still run may make files anew. */
  private void closeAtExit() {
    stopping = true;
    for (int looks = 0, gone = 0; looks < MOST_LOOKS && gone < 2; looks++) {
      close();
      gone = Files.exists(scratch) ? 0 : gone + 1;
      LockSupport.parkNanos(SHORT_LOOK.toNanos());
    }
  }

  @Override
  public void close() {
    // What cannot be deleted is left to whoever cleans the system's folder for temporary files.
    FileUtils.deleteDirectoryQuietly(scratch.toFile());
  }
}
