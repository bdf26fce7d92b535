package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.ModelRefused;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import io.vigil.train.Algorithm;
import io.vigil.train.Dataset;
import io.vigil.train.Evaluation;
import io.vigil.train.EvaluationText;
import io.vigil.train.Fitting;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.LeaveOnePersonOut.Fold;
import io.vigil.train.ModelCard;
import io.vigil.train.Plausibility;
import io.vigil.train.Trainer;
import io.vigil.train.TrainingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains a model, says how it does on people it has not seen, and stores it. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a model on labelled files and stores it in the registry.",
      "Leaves one person after the other out to say how it does on somebody new, then trains on everybody."
    })
final class TrainCommand implements Callable<Integer> {
  /** ln(0.05 g + 0.001 g): less movement than that in a window is no walking. */
  private static final double LEAST_MOVEMENT = StrictMath.log(0.051);

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin InputOptions input;
  @Mixin SchemeOption scheme;
  @Mixin SamePersonOption samePerson;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      description = "The folder of models (default: the setting model.registry).")
  Path registry;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "chest",
      description = "Name of the model; its version is the next one (default: ${DEFAULT-VALUE}).")
  String name;

  @Option(
      names = "--algorithm",
      defaultValue = "forest",
      paramLabel = "NAME",
      description =
          "forest, or boosting or logistic, which are compared and not stored (default:"
              + " ${DEFAULT-VALUE}).")
  String algorithm;

  @Option(
      names = "--trees",
      paramLabel = "N",
      description = "Trees of a forest, 1 to 2000 (default: 100).")
  Integer trees;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--promote",
      description = "Make the model the champion, whatever the one in use can do.")
  boolean promote;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    TrainingOptions options = options();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    int tasks = parallelism.orSetting(settings);
    Path folder = registry != null ? registry : settings.model().registry();
    checkName();
    OutputFolder.check("--registry", folder);
    FilePlan plan = input.plan(settings);
    FeatureRun features = FeatureRun.of(plan, job, tasks);
    features.refused().say(spec);
    Windows.expect(features.live());
    Dataset dataset =
        Dataset.of(features.live(), features.settled(), options.scheme(), options.samePerson());
    Evaluation evaluation = leaveOnePersonOut(options, dataset);
    if (options.fitting().algorithm() != Algorithm.FOREST) {
      print(evaluation, "A model of this kind is not stored.");
      return 0;
    }
    Registry models = new Registry(folder);
    var artifact =
        new Trainer(options)
            .artifact(
                name,
                Instant.now(),
                dataset,
                FeatureExtractor.SCHEMA,
                input.profileName(settings),
                evaluation.metrics(LeaveOnePersonOut.METHOD));
    Registry.Entry entry = models.add(name, artifact, ModelCard::of);
    String reference = entry.artifact().id().reference();
    boolean first = models.list().entries().stream().allMatch(e -> e.aliases().isEmpty());
    if (promote || first) {
      models.promote(Registry.CHAMPION, reference);
    }
    print(
        evaluation.by(entry.artifact().id()),
        "Stored %s%s, sha256 %s, at %s"
            .formatted(
                reference,
                promote || first ? " (champion)" : "",
                entry.artifact().id().sha256(),
                entry.path()));
    return 0;
  }

  private void checkName() {
    try {
      Registry.checkName(name);
    } catch (ModelRefused e) {
      throw new UsageException("--name: " + e.getMessage());
    }
  }

  private TrainingOptions options() {
    Algorithm chosen =
        Stream.of(Algorithm.values())
            .filter(known -> known.label().equals(algorithm))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--algorithm is '%s', expected forest, boosting or logistic"
                            .formatted(algorithm)));
    Fitting fitting =
        switch (chosen) {
          case FOREST -> Fitting.FOREST;
          case BOOSTING -> Fitting.BOOSTING;
          case LOGISTIC -> Fitting.LOGISTIC;
        };
    ClassScheme classes = scheme.required();
    try {
      return TrainingOptions.forest(classes)
          .withFitting((trees == null ? fitting : fitting.withTrees(trees)).withSeed(seed))
          .withSamePerson(samePerson.groups())
          .withPlausibility(movingLabels());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Labels of moving on windows in which nothing moves are wrong. */
  static Plausibility movingLabels() {
    return new Plausibility(
        FeatureExtractor.SCHEMA.names().indexOf("sd_m"),
        LEAST_MOVEMENT,
        Set.of(Activities.WALKING, Activities.STAIRS, Activities.WALKING_AND_TALKING));
  }

  private Evaluation leaveOnePersonOut(TrainingOptions options, Dataset dataset) {
    try (Progress progress = Progress.of("Leaving out", dataset.people().size(), " people")) {
      List<Fold> done = new ArrayList<>();
      LeaveOnePersonOut evaluation =
          new LeaveOnePersonOut(
              options,
              fold -> {
                done.add(fold);
                progress.at(done.size());
              });
      return evaluation.evaluate(evaluation.run(dataset));
    }
  }

  private void print(Evaluation evaluation, String closing) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(evaluation));
      return;
    }
    out.printf(
        Locale.ROOT,
        "Leave-one-person-out, classes %s, %s%n%s%n%s%n",
        scheme.classes,
        algorithm,
        EvaluationText.of(evaluation),
        closing);
  }
}
