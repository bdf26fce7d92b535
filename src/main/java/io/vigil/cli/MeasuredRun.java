package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobSettings;
import io.vigil.feature.Measured;
import io.vigil.source.FilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The windows of files with their samples, measured by the job's own operators as the job would.
 *
 * @param windows in order of time within each participant
 * @param refused what could not be used
 */
record MeasuredRun(List<Measured> windows, RefusedInput refused) {

  static MeasuredRun of(FilePlan plan, JobSettings settings, int tasks, String doing) {
    List<Measured> windows = new ArrayList<>();
    RefusedInput refused = new RefusedInput();
    try (LocalJob local = LocalJob.bounded(tasks);
        Progress progress = Progress.ofRows(doing, plan.rows())) {
      Handover.of(
          ActivityJob.measured(refused.of(local.files(plan), settings), settings, Map.of())
              .windows(),
          windows::add);
      local.run("vigil: windows", progress::look);
    }
    return new MeasuredRun(windows, refused);
  }

  int participants() {
    return (int) windows.stream().map(Measured::participantId).distinct().count();
  }
}
