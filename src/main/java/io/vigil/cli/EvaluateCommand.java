package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobSettings;
import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.model.ModelArtifact;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.train.Evaluation;
import io.vigil.train.EvaluationText;
import io.vigil.train.alert.AlertEvaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs files through the job and compares: labels with the model, or alerts with what happened. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs labelled files through the job and compares what the model says with the labels.",
      "Every window that has a label counts. Says nothing of new people where the model was trained on"
          + " these: that is in the report of `vigil train`.",
      "With --alerts it compares alerts with what happened: falls, and stillness and gaps put in for it."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;
  @Mixin ModelOption model;
  @Mixin SchemeOption scheme;
  @Mixin ParallelismOption parallelism;
  @Mixin AlertOptions alerts;

  @Option(names = "--json", description = "Print the evaluation as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    JobSettings job =
        Vigil.jobSettings(
            settings, input.decoder(settings), input.profiles(settings), !alerts.alerts);
    int tasks = parallelism.orSetting(settings);
    scheme.check();
    alerts.check();
    if (alerts.alerts) {
      return evaluateAlerts(settings, job, tasks);
    }
    ModelArtifact artifact = model.artifact(settings);
    ClassScheme classes = scheme.orThatOf(artifact.manifest().classScheme());
    if (!classes.classes().containsAll(artifact.manifest().classes())) {
      throw new UsageException(
          "--classes %s has the classes %s, but the model %s says %s"
              .formatted(
                  classes.name(),
                  classes.classes(),
                  artifact.id().reference(),
                  artifact.manifest().classes()));
    }
    FilePlan plan = input.plan(settings);
    List<Prediction> predictions = new ArrayList<>();
    RefusedInput refused = new RefusedInput();
    try (LocalJob local = LocalJob.bounded(tasks);
        Progress progress = Progress.ofRows("Evaluating", plan.rows())) {
      Handover.of(
          ActivityJob.predictions(refused.of(local.files(plan), job), artifact.toBytes(), job),
          predictions::add);
      local.run("vigil evaluate", progress::look);
    }
    refused.say(spec);
    Windows.expect(predictions);
    Evaluation evaluation = Evaluation.of(predictions, classes, artifact.id());
    if (evaluation.windows() == 0) {
      throw new CommandFailed(
          "None of %,d windows has a label of the classes %s; expected labelled files"
              .formatted(predictions.size(), classes.classes()),
          null);
    }
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.line(evaluation)
                : String.format(
                    Locale.ROOT,
                    "Model %s%n%s",
                    artifact.id().reference(),
                    EvaluationText.of(evaluation).stripTrailing()));
    return 0;
  }

  private int evaluateAlerts(Settings settings, JobSettings job, int tasks) throws IOException {
    if (scheme.classes != null) {
      throw new UsageException(
          "--classes is given with --alerts, expected one of them: it is about labels");
    }
    ModelArtifact artifact = model.artifact(settings);
    AtomicInteger exit = new AtomicInteger();
    AlertEvaluation evaluation =
        new AlertComparison(
                artifact,
                job,
                tasks,
                run -> {
                  run.refused().say(spec);
                  exit.accumulateAndGet(Report.exitCode(spec, run.summary()), Math::max);
                })
            .of(input.plan(settings), alerts);
    spec.commandLine()
        .getOut()
        .println(json ? Json.line(evaluation) : evaluation.text().stripTrailing());
    return exit.get();
  }
}
