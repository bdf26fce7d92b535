package io.vigil.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job for the Flink cluster that this process belongs to: {@code vigil run} is the main class of
 * an application there. The cluster's configuration says how it runs, where its checkpoints are and
 * from which one it begins.
 */
final class ClusterJob {
  private static final AtomicBoolean SUBMITTED = new AtomicBoolean();

  private final StreamExecutionEnvironment environment;

  private ClusterJob(StreamExecutionEnvironment environment) {
    this.environment = environment;
  }

  /**
   * The job to be, where this process belongs to a cluster; empty where it is on its own.
   *
   * @param parallelism how many tasks an operator runs in; 0 for the cluster's
   */
  static Optional<ClusterJob> here(int parallelism) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    if (environment instanceof LocalStreamEnvironment) {
      return Optional.empty();
    }
    if (parallelism > 0) {
      environment.setParallelism(parallelism);
    }
    return Optional.of(new ClusterJob(environment));
  }

  /** Whether a job was handed to the cluster: then this process is not a command's to end. */
  static boolean submitted() {
    return SUBMITTED.get();
  }

  /** Where it reads. */
  JobSources sources() {
    return new JobSources(environment);
  }

  /**
   * Hands the job to the cluster, which keeps it running.
   *
   * @param name of the job
   * @throws CommandFailed where the cluster refuses it
   */
  void submit(String name) {
    try {
      environment.executeAsync(name);
      SUBMITTED.set(true);
    } catch (Exception e) {
      throw new CommandFailed("The cluster refused the job: " + Engine.reason(e), e);
    }
  }
}
