package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.alert.Alert;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Takeover;
import io.vigil.source.FilePlan;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.train.Gate;
import io.vigil.train.alert.WornTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts, in a replay of days on which nobody was to be called, the alerts that follow from what a
 * model says; those that follow from the samples alone are the same with any model.
 *
 * @param plan the files
 * @param job settings for them
 * @param tasks in how many each operator runs
 */
record ReplayedFalseAlerts(FilePlan plan, JobSettings job, int tasks)
    implements PromotionGate.FalseAlertCount {
  private static final double MICROS_A_DAY = 86_400e6;

  @Override
  public Gate.FalseAlerts of(ModelArtifact model) {
    WornTime worn = new WornTime();
    FileSamples.read(plan, job, tasks, "Reading", worn::add);
    List<Alert> raised = new ArrayList<>();
    try (LocalJob local = LocalJob.bounded(tasks);
        ReplayRun run =
            ReplayRun.of(
                local,
                plan,
                List.of(Takeover.always(model.toBytes())),
                job,
                "Replaying " + model.id().reference())) {
      run.store()
          .scan(
              Container.ALERTS,
              document -> {
                Alert alert = AlertReading.read(document.body());
                if (PromotionGate.isBy(model, alert)) {
                  raised.add(alert);
                }
              });
    }
    double micros = worn.micros().values().stream().mapToLong(Long::longValue).sum();
    return new Gate.FalseAlerts(raised.size(), micros / MICROS_A_DAY);
  }
}
