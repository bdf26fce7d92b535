package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.ModelId;
import io.vigil.model.ModelRefused;
import io.vigil.model.Place;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import io.vigil.train.Algorithm;
import io.vigil.train.Dataset;
import io.vigil.train.DatasetCard;
import io.vigil.train.Evaluation;
import io.vigil.train.EvaluationText;
import io.vigil.train.Fitting;
import io.vigil.train.LakeTally;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.LeaveOnePersonOut.Fold;
import io.vigil.train.NewLabels;
import io.vigil.train.Plausibility;
import io.vigil.train.Trainer;
import io.vigil.train.TrainingOptions;
import io.vigil.train.Trigger;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      "Trains a model on labelled files, a lake or both, and stores it in the registry.",
      "Leaves one person after the other out to say how it does on somebody new, then trains on everybody."
    })
final class TrainCommand implements Callable<Integer> {
  /** ln(0.05 g + 0.001 g): less movement than that in a window is no walking. */
  private static final double LEAST_MOVEMENT = StrictMath.log(0.051);

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin TrainingInput input;
  @Mixin SchemeOption scheme;
  @Mixin SamePersonOption samePerson;
  @Mixin ParallelismOption parallelism;

  @Option(
      names = "--registry",
      paramLabel = "PLACE",
      description = "The folder or container of models (default: the setting model.registry).")
  String registry;

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
      description =
          "Make the model the champion if it is not worse than the one in force, as `vigil models promote`.")
  boolean promote;

  @Mixin TriggerOptions trigger;
  @Mixin GateOptions gate;
  @Mixin PromotionOptions promotion;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = vigil.settings();
    TrainingOptions options = options();
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    int tasks = parallelism.orSetting(settings);
    checkName();
    trigger.check();
    Registry models = RegistryPlace.toWrite(registry, settings);
    input.check(settings);
    TrainingInput.Gathered windows = input.read(job, tasks, settings, spec);
    windows.lake().ifPresent(this::say);
    Dataset dataset =
        Dataset.of(windows.live(), windows.settled(), options.scheme(), options.samePerson());
    if (trigger.trigger && nothingToDo(NewLabels.of(dataset, options), models, settings)) {
      return 0;
    }
    Evaluation evaluation = leaveOnePersonOut(options, dataset);
    if (options.fitting().algorithm() != Algorithm.FOREST) {
      print(evaluation, "A model of this kind is not stored.");
      return 0;
    }
    var artifact =
        new Trainer(options)
            .artifact(
                name,
                Instant.now(),
                dataset,
                FeatureExtractor.SCHEMA,
                input.profileName(settings),
                evaluation.metrics(LeaveOnePersonOut.METHOD));
    DatasetCard card =
        DatasetCard.of(dataset, input.sources(), artifact.manifest().trainedOn().dataSha256());
    Registry.Entry entry =
        models.addWith(name, artifact, stored -> TrainedFiles.of(stored, evaluation, card));
    ModelId id = entry.artifact().id();
    GatedPromotion outcome = promoted(models, id.reference(), settings);
    print(
        evaluation.by(id),
        "Stored %s%s, sha256 %s, at %s"
            .formatted(
                id.reference(),
                outcome.promotion().isPresent() ? " (champion)" : "",
                id.sha256(),
                entry.path()));
    if (promote && outcome.promotion().isEmpty()) {
      throw new CommandFailed(outcome.refusal(id.reference(), Place.CHAMPION), null);
    }
    return 0;
  }

  private boolean nothingToDo(NewLabels labels, Registry models, Settings settings)
      throws IOException {
    Trigger.Decision decision = trigger.decide(labels, models, settings);
    if (!decision.train()) {
      spec.commandLine()
          .getOut()
          .println(json ? Json.line(decision) : "Nothing to do: " + decision.why());
      return true;
    }
    if (!json) {
      spec.commandLine().getOut().println("Training: " + decision.why());
    }
    return false;
  }

  /** The first model of a registry becomes its champion, others where that was asked for. */
  private GatedPromotion promoted(Registry models, String reference, Settings settings)
      throws IOException {
    if (!promote && models.history().holder(Place.CHAMPION).isPresent()) {
      return new GatedPromotion(Optional.empty(), List.of());
    }
    return GatedPromotion.of(
        reference,
        Place.CHAMPION,
        settings,
        new PromotionGate(gate.gate(), models, Optional.empty()),
        gate.force,
        promotion);
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

  private void say(LakeTally tally) {
    if (!json) {
      spec.commandLine().getOut().println(TrainingInput.text(tally));
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
