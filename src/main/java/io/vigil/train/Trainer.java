package io.vigil.train;

import io.vigil.feature.FeatureSchema;
import io.vigil.model.Manifest;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.model.TrainedOn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smile.classification.RandomForest;

/** Trains with Smile. */
public final class Trainer {
  private static final int GOLDEN_VECTORS = 32;

  private final TrainingOptions options;

  /** Trains as the options say. */
  public Trainer(TrainingOptions options) {
    this.options = options;
  }

  /** Fits to some people, and chooses the smoothing by them alone. */
  Trained train(List<Person> people) {
    TrainingSet set = TrainingSet.of(people, options);
    Fitted fitted = fit(set, options.fitting());
    return new Trained(fitted, new SmoothingChoice(options).among(people), set);
  }

  static Fitted fit(TrainingSet set, Fitting fitting) {
    return switch (fitting.algorithm()) {
      case FOREST -> ForestFit.fit(set, fitting);
      case BOOSTING -> BoostingFit.fit(set, fitting);
      case LOGISTIC -> LogisticFit.fit(set, fitting);
    };
  }

  /**
   * Trains the model to keep, on everybody.
   *
   * @param name of the model
   * @param createdAt goes into the artifact, not into its sha256
   * @param schema of the windows' features
   * @param deviceProfile of the sensors they came from
   * @param metrics measured on people left out
   * @throws TrainingRefused if the algorithm is not a forest: nothing else can be stored
   */
  public ModelArtifact artifact(
      String name,
      Instant createdAt,
      Dataset dataset,
      FeatureSchema schema,
      String deviceProfile,
      Metrics metrics) {
    Trained trained = train(dataset.people());
    if (!(trained.fitted() instanceof ForestFit forest)) {
      throw new TrainingRefused(
          "A model of "
              + options.fitting().algorithm().label()
              + " can be compared but not stored, expected forest");
    }
    Manifest manifest =
        new Manifest(
            schema,
            schema.hash(),
            options.scheme().name(),
            forest.classes(),
            deviceProfile,
            trainedOn(dataset, trained.set()),
            options.fitting().recipe(smileVersion(), options.boundarySeconds()),
            metrics,
            trained.smoothing(),
            forest.goldenVectors(trained.set(), GOLDEN_VECTORS),
            new Profiling(options).of(dataset.people(), forest, trained.smoothing(), schema));
    return ModelArtifact.of(name, createdAt, manifest, forest.flat());
  }

  private TrainedOn trainedOn(Dataset dataset, TrainingSet set) {
    Map<String, Integer> windows = new LinkedHashMap<>();
    int[] counts = set.counts();
    for (int c = 0; c < counts.length; c++) {
      windows.put(set.classes().get(c), counts[c]);
    }
    List<String> participants =
        dataset.people().stream().flatMap(p -> p.participants().stream()).sorted().toList();
    return new TrainedOn(participants, options.samePerson(), windows, set.sha256());
  }

  private static String smileVersion() {
    String version = RandomForest.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
