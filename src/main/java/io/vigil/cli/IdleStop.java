package io.vigil.cli;

import io.vigil.metric.JobMetric;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.core.execution.JobClient;

/**
 * Ends a live job when nothing has arrived for a while, as if its input had ended: what is open is
 * closed and written. It waits for the first sample for as long as that takes.
 */
final class IdleStop {
  private final long idleNanos;
  private final CleanEnd end;
  private final long readBefore = LocalCounters.sum(JobMetric.SAMPLES_READ);
  private long lastRead = readBefore;
  private long lastNanos = System.nanoTime();

  /**
   * @param idle after which the job is ended
   * @param savepoints a folder; ending a job leaves its state there
   */
  IdleStop(Duration idle, Path savepoints) {
    this.idleNanos = idle.toNanos();
    this.end = new CleanEnd(savepoints);
  }

  /** Looks whether something arrived since the last look. */
  void look(JobClient job) {
    long read = LocalCounters.sum(JobMetric.SAMPLES_READ);
    if (read != lastRead || read == readBefore) {
      lastRead = read;
      lastNanos = System.nanoTime();
    } else if (System.nanoTime() - lastNanos >= idleNanos) {
      end.of(job);
    }
  }
}
