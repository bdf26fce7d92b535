package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.model.ModelRefused;
import io.vigil.model.Registry;
import io.vigil.sensor.MessageFormat;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.train.fall.Bodies;
import io.vigil.train.fall.FallCard;
import io.vigil.train.fall.FallFigures;
import io.vigil.train.fall.FallRecipe;
import io.vigil.train.fall.FallReport;
import io.vigil.train.fall.FallTrainer;
import io.vigil.train.fall.Recorder;
import io.vigil.train.fall.Recording;
import io.vigil.train.fall.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains the model that tells falls, and says how it does on people it has not seen. */
@Command(
    name = "train-falls",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains the model that tells falls, and writes it and its card to a folder.",
      "Leaves one person after the other out to say how it does on somebody new, then trains on everybody.",
      "A participant is a trial, and its id says of what: SA01-F05-R02 is a fall of SA01, SA01-D05-R02 none;"
          + " or Subject_03_Fall_..., Subject_03_ADL_.... Any other id is a day without a fall.",
      "The setting alerts.fallModel makes the job use the model."
    })
final class TrainFallsCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;

  @Option(
      names = "--days",
      arity = "1..*",
      paramLabel = "FILE",
      description = "More recordings, of days in which nobody falls: uci287 files.")
  List<Path> days = new ArrayList<>();

  @Option(
      names = "--days-of",
      paramLabel = "NAME",
      defaultValue = "chest",
      description =
          "What the people of --days are called, with their number behind it, because a number alone says"
              + " nothing (default: ${DEFAULT-VALUE}).")
  String daysOf;

  @Mixin SamePersonOption samePerson;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Write NAME-model.json and its card NAME-model.md here.")
  Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "fall",
      description = "Name of the model (default: ${DEFAULT-VALUE}).")
  String name;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      defaultValue = "Not said.",
      description = "Where the recordings come from, for the card.")
  String source;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    checkName();
    OutputFolder.check("--out", out);
    FallTrainer trainer =
        new FallTrainer(recordings(settings), new FallRecipe(FallRecipe.DEFAULT.penalty(), seed));
    FallReport report = leaveOnePersonOut(trainer);
    FallModel model = trainer.train(name, report);
    OutputFolder.make("--out", out);
    Path file = out.resolve(name + "-model.json");
    Files.writeString(file, FallModelFile.write(model));
    Files.writeString(out.resolve(name + "-model.md"), FallCard.of(model, report, source));
    FallFigures figures = FallFigures.of(model, report);
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.line(figures)
                : "Leave-one-person-out%n%s%nWrote %s, sha256 %s"
                    .formatted(figures.text(), file, figures.model().sha256()));
    return 0;
  }

  private void checkName() {
    try {
      Registry.checkName(name);
    } catch (ModelRefused e) {
      throw new UsageException("--name: " + e.getMessage());
    }
  }

  private List<Recording> recordings(Settings settings) throws IOException {
    Bodies bodies = new Bodies(samePerson.groups());
    FilePlan trials = input.plan(settings);
    // Files are checked before any is read.
    FilePlan others =
        days.isEmpty() ? null : FilePlan.of(MessageFormat.UCI287, days, input.decoder(settings));
    List<Recording> recordings = new ArrayList<>(bodies.of(read(trials, settings)));
    if (others != null) {
      recordings.addAll(bodies.called(daysOf).of(read(others, settings)));
    }
    bodies.checkAllMet();
    return recordings;
  }

  private List<Recording> read(FilePlan plan, Settings settings) {
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    Recorder recorder = new Recorder();
    FileSamples.read(plan, job, parallelism.orSetting(settings), "Reading", recorder::add)
        .say(spec);
    return recorder.recordings();
  }

  private FallReport leaveOnePersonOut(FallTrainer trainer) {
    try (Progress progress = Progress.of("Leaving out", trainer.people(), " people")) {
      List<FallReport> done = new ArrayList<>();
      return trainer.leaveOnePersonOut(
          Variation.NONE,
          person -> {
            done.add(person);
            progress.at(done.size());
          });
    }
  }
}
