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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a model over labelled files and compares. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs labelled files through the job and compares what the model says with the labels.",
      "Every window that has a label counts. Says nothing of new people where the model was trained on"
          + " these: that is in the report of `vigil train`."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;
  @Mixin ModelOption model;
  @Mixin SchemeOption scheme;
  @Mixin ParallelismOption parallelism;

  @Option(names = "--json", description = "Print the evaluation as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), true);
    int tasks = parallelism.orSetting(settings);
    scheme.check();
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
}
