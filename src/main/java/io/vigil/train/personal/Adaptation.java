package io.vigil.train.personal;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Manifest;
import io.vigil.model.Metrics;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Personal;
import io.vigil.model.Scorer;
import io.vigil.model.ScoringState;
import io.vigil.model.Smoothing;
import io.vigil.train.Evaluation;
import io.vigil.train.TrainingRefused;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes everybody's model one wearer's own: the forest stays as Smile trained it, and beside it
 * goes how the wearer does each activity there are enough answers about.
 */
public final class Adaptation {
  /** As a manifest names it. */
  public static final String METHOD = "answers held out";

  private static final int GOLDEN_VECTORS = 32;

  private final ModelArtifact common;
  private final Model loaded;
  private final PersonalOptions options;
  private final ClassScheme scheme;
  private final int[] features;

  /**
   * Adapts a model.
   *
   * @param common everybody's
   * @throws TrainingRefused if it is a wearer's own already, or lacks a feature
   */
  public Adaptation(ModelArtifact common, PersonalOptions options) {
    this.common = common;
    this.loaded = Model.load(common);
    this.options = options;
    Manifest manifest = common.manifest();
    if (common.personal().isPresent()) {
      throw new TrainingRefused(
          "Model %s is that of %s, expected one of everybody"
              .formatted(common.id().reference(), common.personal().get().participantId()));
    }
    this.scheme =
        ClassScheme.named(manifest.classScheme()).orElse(ClassScheme.of(manifest.classes()));
    List<String> names = manifest.featureSchema().names();
    if (!names.containsAll(options.features())) {
      throw new TrainingRefused(
          "Model %s has the features %s, expected %s among them"
              .formatted(common.id().reference(), names, options.features()));
    }
    this.features = options.features().stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * The answers of one wearer, as the model's classes.
   *
   * @param windows with the activity they are answered to be, measured as {@link SettledWindows}
   *     does
   */
  Answers answers(String participantId, List<FeatureVector> windows) {
    return Answers.of(participantId, windows, scheme);
  }

  /** What models say that knew all other answers. */
  private List<Prediction> held(Answers answers) {
    return IntStream.range(0, answers.size())
        .mapToObj(
            i ->
                unsmoothed(answers.where(other -> other != i))
                    .score(answers.windows().get(i), new ScoringState()))
        .toList();
  }

  /** What goes beside the forest. */
  Personal personal(Answers answers) {
    List<String> classes = common.manifest().classes();
    double[][][] own = new double[classes.size()][][];
    for (int c = 0; c < own.length; c++) {
      String name = classes.get(c);
      Answers about = answers.where(i -> answers.classes().get(i).equals(name));
      own[c] =
          about.size() < options.leastAnswers()
              ? new double[0][]
              : about.windows().stream().map(this::chosen).toArray(double[][]::new);
    }
    return Personal.asUsual(
            answers.participantId(),
            common.id().sha256(),
            features,
            options.spreads().stream().mapToDouble(Double::doubleValue).toArray(),
            options.neighbours(),
            own)
        .withOwnWidths(options.usualAnswers());
  }

  private double[] chosen(FeatureVector window) {
    double[] values = new double[features.length];
    for (int f = 0; f < values.length; f++) {
      values[f] = window.values()[features[f]];
    }
    return values;
  }

  /** The path of everybody's model. */
  Scorer everybodys() {
    return loaded.scorer();
  }

  /** The path of a model that knows these answers. */
  Scorer scorer(Answers answers) {
    return loaded.scorer(personal(answers), smoothing());
  }

  /** Whether a model that knows these answers is better than everybody's. */
  Proof prove(Answers answers) {
    return new Proving(this).of(answers);
  }

  /** In the order of the probabilities. */
  List<String> classes() {
    return common.manifest().classes();
  }

  /** A model that knows these answers, a window at a time. */
  Scorer unsmoothed(Answers answers) {
    return loaded.scorer(personal(answers), Smoothing.OFF);
  }

  /** Everybody's model, a window at a time. */
  Scorer everybodysUnsmoothed() {
    return new Scorer(loaded.id().ref(), classes(), loaded.classifier(), Smoothing.OFF);
  }

  private Smoothing smoothing() {
    Smoothing everybodys = common.manifest().smoothing();
    return everybodys.stay() > 0 ? everybodys : options.smoothing();
  }

  private ModelArtifact artifact(Answers answers, String name, Instant createdAt, Metrics metrics) {
    return ModelArtifact.personal(
        name,
        createdAt,
        common.manifest().with(smoothing(), metrics),
        common.forest(),
        personal(answers),
        answers.windows().stream().limit(GOLDEN_VECTORS).map(FeatureVector::values).toList());
  }

  /**
   * One wearer's own model, and whether to use it.
   *
   * @param windows answered, measured as {@link SettledWindows} does
   * @param name of the model
   * @param createdAt goes into the artifact, not into its sha256
   * @throws TrainingRefused if answers contradict each other or are of several people
   */
  public Adapted adapt(
      String participantId, List<FeatureVector> windows, String name, Instant createdAt) {
    Answers answers = answers(participantId, windows);
    Proof proof = prove(answers);
    Metrics metrics = Evaluation.of(held(answers), scheme, null).metrics(METHOD);
    return new Adapted(artifact(answers, name, createdAt, metrics), proof);
  }
}
