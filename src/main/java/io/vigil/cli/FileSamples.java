package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.sensor.SampleBatch;
import io.vigil.source.FilePlan;
import java.util.function.Consumer;

/** The samples of files, as the job decodes them. */
final class FileSamples {

  /**
   * Reads them.
   *
   * @param task what it is done for, in a word or two
   * @param taker of stretches of samples, one at a time, in no particular order
   * @return what could not be used
   */
  static RefusedInput read(
      FilePlan plan, JobSettings job, int tasks, String task, Consumer<SampleBatch> taker) {
    RefusedInput refused = new RefusedInput();
    try (LocalJob local = LocalJob.bounded(tasks);
        Progress progress = Progress.ofRows(task, plan.rows())) {
      Handover.of(refused.of(local.files(plan), job), taker);
      local.run("vigil: " + task, progress::look);
    }
    return refused;
  }

  private FileSamples() {}
}
