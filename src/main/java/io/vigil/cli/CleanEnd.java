package io.vigil.cli;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** Ends a job as if its input had ended: what is open is closed and written. */
final class CleanEnd {
  private final Path savepoints;
  private CompletableFuture<String> ending;

  /**
   * @param savepoints a folder; ending a job leaves its state there
   */
  CleanEnd(Path savepoints) {
    this.savepoints = savepoints;
  }

  /**
   * Begins to end the job; one that does not yet run is told again by the next call. A failure to
   * end shows in the job, which then goes on or fails itself.
   */
  void of(JobClient job) {
    if (ending == null || ending.isCompletedExceptionally()) {
      ending =
          job.stopWithSavepoint(true, savepoints.toUri().toString(), SavepointFormatType.CANONICAL);
    }
  }
}
