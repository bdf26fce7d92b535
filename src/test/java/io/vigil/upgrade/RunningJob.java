package io.vigil.upgrade;

import io.vigil.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionJobVertex;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job on a cluster of its own that is ended in an orderly way, however loaded the machine is.
 *
 * <p>A stop with a savepoint cannot be tried twice: where one task declines it, because it is just
 * ending or not there yet, the engine fails the job. An ordinary savepoint or checkpoint that is
 * declined is only asked for again. So a job that is to go on elsewhere gets one of those and is
 * cancelled; and one that is drained is stopped when no task is about to change any more.
 */
final class RunningJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final MiniCluster cluster;
  private final JobID id;
  private final String savepoints;

  private RunningJob(MiniCluster cluster, JobID id, String savepoints) {
    this.cluster = cluster;
    this.id = id;
    this.savepoints = savepoints;
  }

  /**
   * Starts a job.
   *
   * @param configuration of the cluster
   * @param savepoints the folder that it leaves them in
   */
  static RunningJob start(
      StreamExecutionEnvironment job, Configuration configuration, String savepoints)
      throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(job.getParallelism())
                .withRandomPorts()
                .build());
    try {
      cluster.start();
      return new RunningJob(
          cluster,
          got(cluster.submitJob(job.getStreamGraph().getJobGraph())).getJobID(),
          savepoints);
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * Takes a savepoint and cancels the job. What it did in between is done again by the one that
   * goes on from there.
   *
   * @return where the savepoint is
   */
  String leave() throws Exception {
    awaitTasks();
    String savepoint =
        granted(
            () -> cluster.triggerSavepoint(id, savepoints, true, SavepointFormatType.CANONICAL));
    got(cluster.requestJobResult(id));
    return savepoint;
  }

  /**
   * Ends it as if all input had ended: what is open is closed.
   *
   * @param bounded the name of a source that ends by itself, and is waited for
   */
  void drain(String bounded) throws Exception {
    awaitTasks();
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(
            "Waited %s in vain for the end of %s".formatted(PATIENCE, bounded));
      }
      // A task that has read all ends when a checkpoint says so.
      granted(() -> cluster.triggerCheckpoint(id, CheckpointType.FULL));
    } while (!all(bounded, ExecutionState.FINISHED));
    got(cluster.stopWithSavepoint(id, savepoints, true, SavepointFormatType.CANONICAL));
    JobResult result = got(cluster.requestJobResult(id));
    result.getSerializedThrowable().ifPresent(RunningJob::fail);
  }

  private interface Request<T> {
    CompletableFuture<T> ask();
  }

  /** Asks until it is granted, as long as the job runs. */
  private <T> T granted(Request<T> request) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return got(request.ask());
      } catch (ExecutionException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        assertRuns();
      }
    }
  }

  /** Waits until each task runs, or has ended. */
  private void awaitTasks() {
    Await.until(
        "every task to run",
        PATIENCE,
        () -> {
          assertRuns();
          return all("", ExecutionState.RUNNING, ExecutionState.FINISHED);
        });
  }

  /** Where the job has failed, that is what is to be known. */
  private void assertRuns() {
    if (cluster.getJobStatus(id).join() == JobStatus.FAILED) {
      cluster.requestJobResult(id).join().getSerializedThrowable().ifPresent(RunningJob::fail);
    }
  }

  private boolean all(String name, ExecutionState... states) {
    return StreamSupport.stream(
            cluster.getExecutionGraph(id).join().getVerticesTopologically().spliterator(), false)
        .filter(vertex -> vertex.getName().contains(name))
        .allMatch(vertex -> all(vertex, states));
  }

  private static boolean all(AccessExecutionJobVertex vertex, ExecutionState... states) {
    for (AccessExecutionVertex task : vertex.getTaskVertices()) {
      if (!List.of(states).contains(task.getExecutionState())) {
        return false;
      }
    }
    return true;
  }

  private static void fail(Throwable reason) {
    throw new AssertionError("The job has failed", reason);
  }

  private static <T> T got(CompletableFuture<T> answer) throws Exception {
    return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
