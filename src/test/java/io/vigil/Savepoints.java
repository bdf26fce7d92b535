package io.vigil;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** Savepoints of jobs in this process, however loaded the machine is. */
public final class Savepoints {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * Takes one. It is asked for again where a task declines it, because that is not there yet or
   * just ending: the job goes on after that.
   *
   * @return where it is
   */
  public static String take(JobClient job, Path folder) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        if (System.nanoTime() - end > 0 || job.getJobStatus().get().isGloballyTerminalState()) {
          throw e;
        }
      }
    }
  }

  /**
   * Stops a job with one. The engine fails a job of which one task declines that, and it cannot be
   * asked again; so another savepoint goes before, after which every task is there.
   *
   * @return where it is
   */
  public static String stop(JobClient job, Path folder) throws Exception {
    take(job, folder);
    return job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
  }

  private Savepoints() {}
}
