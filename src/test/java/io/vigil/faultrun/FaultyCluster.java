package io.vigil.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.cli.LocalConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A cluster of two task managers, of which one is killed and replaced now and then. */
final class FaultyCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final MiniCluster cluster;
  private final Configuration configuration;
  private int oldest;

  FaultyCluster(Path checkpoints) throws Exception {
    Path home = Path.of(System.getProperty("vigil.home", "."));
    configuration = LocalConfiguration.in(home.resolve("flink-conf"));
    configuration.setString("execution.checkpointing.interval", "1 s");
    configuration.setString("execution.checkpointing.dir", checkpoints.toUri().toString());
    configuration.setString("restart-strategy.type", "fixed-delay");
    configuration.setString("restart-strategy.fixed-delay.attempts", "1000");
    configuration.setString("restart-strategy.fixed-delay.delay", "50 ms");
    configuration.setString("rest.port", "0");
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
  }

  /** Where the job is put together. */
  StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
  }

  /**
   * Runs a bounded job to its end.
   *
   * @param progress something that only grows while the job works
   * @param kills the values of it at which a task manager is killed, in ascending order
   * @return how many were killed before the job ended
   */
  int run(StreamExecutionEnvironment environment, LongSupplier progress, List<Long> kills)
      throws Exception {
    JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph()).get().getJobID();
    int killed = 0;
    for (long at : kills) {
      Await.until("progress " + at, PATIENCE, () -> progress.getAsLong() >= at || isDone(job));
      if (isDone(job)) {
        break;
      }
      cluster.terminateTaskManager(oldest++).get();
      cluster.startTaskManager();
      killed++;
    }
    Await.until("the job's end", PATIENCE, () -> isDone(job));
    assertThat(cluster.getJobStatus(job).get())
        .as(() -> String.valueOf(cluster.requestJobResult(job).join().getSerializedThrowable()))
        .isEqualTo(JobStatus.FINISHED);
    return killed;
  }

  private boolean isDone(JobID job) {
    return cluster.getJobStatus(job).join().isGloballyTerminalState();
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
