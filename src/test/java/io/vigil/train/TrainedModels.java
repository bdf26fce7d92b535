package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureSchema;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Smoothing;
import java.time.Instant;
import java.util.Map;

/** Small models of synthetic windows. */
public final class TrainedModels {
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** A forest of a few trees. */
  public static ModelArtifact forest(long seed, int trees, int perActivity) {
    return forest(seed, trees, perActivity, SyntheticWindows.schema());
  }

  /** The same of windows on another schema. */
  public static ModelArtifact forest(long seed, int trees, int perActivity, FeatureSchema schema) {
    TrainingOptions options = options(seed, trees);
    Dataset dataset =
        Dataset.of(
            SyntheticWindows.of(7, perActivity, schema, "p1", "p2", "p3"),
            options.scheme(),
            options.samePerson());
    return new Trainer(options)
        .artifact(
            "small",
            NOON,
            dataset,
            schema,
            "g",
            new Metrics(LeaveOnePersonOut.METHOD, 0, 0.5, 0.25, Map.of()));
  }

  static TrainingOptions options(long seed, int trees) {
    Fitting fitting = new Fitting(Algorithm.FOREST, trees, 5, 5, 0, 1.0, 0.5, seed);
    return TrainingOptions.forest(ClassScheme.FIVE)
        .withFitting(fitting)
        .withSmoothing(new Smoothing(0.9, 0.5))
        .withBoundarySeconds(0);
  }

  private TrainedModels() {}
}
