package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.settings.Settings;
import io.vigil.train.Dataset;
import io.vigil.train.Evaluation;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.LeaveOnePersonOut.Fold;
import io.vigil.train.Replay;
import io.vigil.train.TrainingOptions;
import io.vigil.train.explore.Exploration;
import io.vigil.train.explore.PeopleCurve;
import io.vigil.train.explore.ReportPage;
import io.vigil.train.explore.Sightings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a page with pictures of a data set. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes one HTML page with pictures of files, a lake or both: who and what is in them, signals, features by activity.",
      "The page needs no network and holds no script. docs/explore.md says how to read its pictures."
    })
final class ExploreCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin TrainingInput input;
  @Mixin ModelOption model;
  @Mixin SchemeOption scheme;
  @Mixin SamePersonOption samePerson;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The page; one that is there is replaced (default: ${DEFAULT-VALUE}).")
  Path out;

  @Option(
      names = "--loo",
      description =
          "Leave one person after the other out, for the confusion of somebody new and a learning curve;"
              + " takes minutes. With --model instead, the confusion is that model's.")
  boolean leaveOut;

  @Option(names = "--json", description = "Print what was made as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    if (leaveOut && model.model != null) {
      throw new UsageException("--loo and --model are given, expected one: both show a confusion");
    }
    scheme.check();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    Optional<ModelArtifact> asked =
        model.model == null ? Optional.empty() : Optional.of(model.artifact(settings));
    input.check(settings);
    Sightings sightings = new Sightings();
    TrainingInput.Gathered features =
        input.read(job, parallelism.orSetting(settings), settings, spec, sightings::add);
    Windows.expect(features.live());
    List<FeatureVector> windows =
        features.live().stream()
            .sorted(
                Comparator.comparing(FeatureVector::participantId)
                    .thenComparing(FeatureVector::start))
            .toList();
    Learned learned =
        leaveOut
            ? leaveOneOut(features)
            : asked.map(artifact -> of(artifact, windows)).orElse(Learned.NOTHING);
    Exploration data =
        new Exploration(
            input.names(),
            windows,
            sightings.windows(),
            FeatureExtractor.SCHEMA,
            learned.evaluation,
            learned.whose,
            learned.curve);
    Files.writeString(out, ReportPage.of(data));
    say(windows.size());
    return 0;
  }

  private void say(int windows) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.line(Map.of("report", out.toString(), "windows", windows))
                : "%s shows %,d windows".formatted(out, windows));
  }

  /** What models say of the windows. */
  private record Learned(
      Optional<Evaluation> evaluation, String whose, List<PeopleCurve.Point> curve) {
    static final Learned NOTHING = new Learned(Optional.empty(), "", List.of());
  }

  private Learned of(ModelArtifact artifact, List<FeatureVector> windows) {
    ClassScheme classes = scheme.orThatOf(artifact.manifest().classScheme());
    Evaluation evaluation =
        Evaluation.of(Replay.score(Model.load(artifact).scorer(), windows), classes, artifact.id());
    return new Learned(
        Optional.of(evaluation),
        "What the model %s says. Where it was trained on these people, that says nothing of somebody new."
            .formatted(artifact.id().reference()),
        List.of());
  }

  private Learned leaveOneOut(TrainingInput.Gathered features) {
    TrainingOptions options =
        TrainingOptions.forest(scheme.required()).withSamePerson(samePerson.groups());
    Dataset dataset =
        Dataset.of(features.live(), features.settled(), options.scheme(), options.samePerson());
    int people = dataset.people().size();
    List<Fold> folds = new ArrayList<>();
    LeaveOnePersonOut evaluation;
    try (Progress progress = Progress.of("Leaving out", people, " people")) {
      evaluation =
          new LeaveOnePersonOut(
              options,
              fold -> {
                folds.add(fold);
                progress.at(folds.size());
              });
      evaluation.run(dataset);
    }
    List<PeopleCurve.Point> curve;
    try (Progress progress =
        Progress.of("Learning curve", PeopleCurve.sizes(people).size(), " points")) {
      curve = new PeopleCurve(options).points(dataset, progress::at);
    }
    return new Learned(
        Optional.of(evaluation.evaluate(folds)),
        "Each person in turn was left out, a model trained on the others, and every window of the person scored by it.",
        curve);
  }
}
