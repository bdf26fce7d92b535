package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.RuleSet;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Takeover;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Unit;
import io.vigil.source.FilePlan;
import io.vigil.train.alert.AlertEvaluation;
import io.vigil.train.alert.AlertEvaluation.Spliced;
import io.vigil.train.alert.FallCount;
import io.vigil.train.alert.FallScore;
import io.vigil.train.alert.SpliceCount;
import io.vigil.train.alert.WornTime;
import io.vigil.train.fall.Recorder;
import io.vigil.train.fall.Recording;
import io.vigil.train.fall.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs files through the whole job and compares its alerts with what happened.
 *
 * @param model that says what people do
 * @param job settings for the files
 * @param tasks in how many each operator runs
 * @param ended told of each run when it has ended
 */
record AlertComparison(ModelArtifact model, JobSettings job, int tasks, Consumer<ReplayRun> ended) {

  /** Compares; what could not be used of the files is left out. */
  AlertEvaluation of(FilePlan plan, AlertOptions options) throws IOException {
    Map<String, List<Long>> impacts = options.impacts();
    WornTime worn = new WornTime();
    Recorder recorder = new Recorder();
    FileSamples.read(
        plan,
        job,
        tasks,
        "Reading",
        samples -> {
          worn.add(samples);
          if (options.splice) {
            recorder.add(samples);
          }
        });
    Map<String, Long> micros = worn.micros();
    options.checkMet(impacts.keySet(), micros.keySet());
    RaisedAlerts raised;
    try (LocalJob local = LocalJob.bounded(tasks)) {
      raised = run(local, plan, job, "Replaying");
    }
    return new AlertEvaluation(
        FallModelFile.read(job.alerts().fallModel()).ref(),
        falls(micros, impacts, raised),
        raised.counts(),
        options.splice ? spliced(recorder.recordings(), options.seed()) : null);
  }

  private RaisedAlerts run(LocalJob local, FilePlan plan, JobSettings settings, String task) {
    try (ReplayRun run =
        ReplayRun.of(local, plan, List.of(Takeover.always(model.toBytes())), settings, task)) {
      ended.accept(run);
      return RaisedAlerts.in(run.store());
    }
  }

  private static FallScore falls(
      Map<String, Long> micros, Map<String, List<Long>> impacts, RaisedAlerts raised) {
    FallCount count = new FallCount();
    micros.forEach(
        (id, worn) -> {
          List<Alert> alerts = raised.of(AlertType.FALL, id);
          if (impacts.containsKey(id)) {
            count.known(id, alerts, impacts.get(id), worn);
          } else {
            count.named(Trial.of(id), alerts, worn);
          }
        });
    return count.score();
  }

  private Spliced spliced(List<Recording> recordings, long seed) throws IOException {
    JobSettings inG = job.decoding(job.decoder().withFileUnit(Unit.G));
    RuleSet rules = RuleSet.read("rules", job.alerts().rules());
    try (LocalJob local = LocalJob.bounded(tasks)) {
      SplicedFiles files = SplicedFiles.write(recordings, rules, seed, local.scratch());
      FilePlan plan = FilePlan.of(MessageFormat.CSV, files.files(), inG.decoder());
      RaisedAlerts raised = run(local, plan, inG, "Replaying spliced");
      SpliceCount still = new SpliceCount();
      SpliceCount gaps = new SpliceCount();
      files
          .splices()
          .forEach(
              (id, at) -> {
                still.add(id, raised.of(AlertType.INACTIVITY, id), at.stillFrom(), at.stillTo());
                gaps.add(id, raised.of(AlertType.SILENCE, id), at.gapFrom(), at.gapTo());
              });
      return new Spliced(still.score(), gaps.score());
    }
  }
}
