package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.settings.Settings;
import io.vigil.train.Fitting;
import io.vigil.train.NewcomerReport;
import io.vigil.train.TrainingOptions;
import io.vigil.train.explore.AnswersCurve;
import io.vigil.train.personal.PersonalOptions;
import io.vigil.train.personal.PersonalReport;
import io.vigil.train.personal.PersonalStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what answers about a wearer are worth, on people whose labels are known. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares everybody's model with each wearer's own, on labelled files.",
      "Everybody's model is trained without the wearer's body. The review budget chooses windows of the"
          + " first half of the wearer's recording, their labels are the answers, and the second half decides."
    })
final class PersonalStudyCommand implements Callable<Integer> {
  /** Numbers of answers that the curve shows. */
  private static final List<Integer> POINTS = List.of(8, 12, 16, 24, 32, 48, 60);

  /** The same for answers about others, a recording. */
  private static final List<Integer> POOLED_POINTS = List.of(2, 4, 8, 16, 32);

  /** An answer counts as so many windows; without, a few hundred are lost among thousands. */
  private static final int ANSWER_WEIGHT = 10;

  @Spec CommandSpec spec;
  @ParentCommand PersonalCommand personal;
  @Mixin InputOptions input;
  @Mixin SchemeOption scheme;
  @Mixin SamePersonOption samePerson;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--reviewed",
      paramLabel = "N",
      defaultValue = "60",
      description = "Windows asked about a participant at most (default: ${DEFAULT-VALUE}).")
  int reviewed;

  @Option(
      names = "--curve",
      paramLabel = "SEEDS",
      defaultValue = "0",
      fallbackValue = "10",
      arity = "0..1",
      description =
          "Show too how accuracy grows with the answers, asked where the model is uncertain and asked at"
              + " random; the latter is the mean of so many draws (default: ${FALLBACK-VALUE}).")
  int seeds;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "With --curve: draw it into this PNG; one that is there is replaced.")
  Path picture;

  @Option(
      names = "--pooled",
      paramLabel = "DRAWS",
      defaultValue = "0",
      fallbackValue = "3",
      arity = "0..1",
      description =
          "Show instead what answers about a third of the people are worth for another third, with a model"
              + " that knew the rest: asked when uncertain, and so many times at random (default:"
              + " ${FALLBACK-VALUE}).")
  int draws;

  @Option(
      names = "--trees",
      paramLabel = "N",
      defaultValue = "100",
      description = "Trees of everybody's model, 1 to 2000 (default: ${DEFAULT-VALUE}).")
  int trees;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What the training's chance follows from (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = personal.vigil.settings();
    if (reviewed < 1 || reviewed > 1000 || !isDraws(seeds) || !isDraws(draws)) {
      throw new UsageException(
          "--reviewed is %d, --curve %d and --pooled %d, expected 1 to 1000, and 0 to 1000 of the others"
              .formatted(reviewed, seeds, draws));
    }
    if (picture != null && seeds == 0) {
      throw new UsageException("--picture is given without --curve, expected both");
    }
    TrainingOptions options = options();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    MeasuredRun run =
        MeasuredRun.of(input.plan(settings), job, parallelism.orSetting(settings), "Reading");
    run.refused().say(spec);
    try (Progress progress = Progress.of("Leaving out", run.participants(), " people")) {
      PersonalStudy study = new PersonalStudy(options, PersonalOptions.DEFAULT, progress::at);
      if (draws > 0) {
        NewcomerReport report = study.newcomers(run.windows(), ANSWER_WEIGHT, POOLED_POINTS, draws);
        say(report, report.text());
      } else {
        PersonalReport report =
            seeds == 0
                ? study.run(run.windows(), reviewed)
                : study.run(run.windows(), reviewed, POINTS, seeds);
        if (picture != null) {
          Files.write(picture, AnswersCurve.png(report.curve()));
        }
        say(report, report.text());
      }
    }
    return 0;
  }

  private static boolean isDraws(int draws) {
    return draws >= 0 && draws <= 1000;
  }

  private void say(Object report, String text) {
    spec.commandLine().getOut().println(json ? Json.line(report) : text.stripTrailing());
  }

  private TrainingOptions options() {
    try {
      return TrainingOptions.forest(scheme.required())
          .withFitting(Fitting.FOREST.withTrees(trees).withSeed(seed))
          .withSamePerson(samePerson.groups())
          .withPlausibility(TrainCommand.movingLabels());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
