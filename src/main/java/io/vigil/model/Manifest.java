package io.vigil.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigil.feature.FeatureSchema;
import java.util.HashSet;
import java.util.List;

/**
 * What a model is, beside its forest: everything that follows from its training, and nothing that
 * does not (its name, version and date are apart).
 *
 * @param featureSchema the features it was trained on, and their windows
 * @param featureSchemaHash of that schema
 * @param classScheme how labels became classes: {@code 7}, {@code 5}, {@code 3} or {@code labels}
 * @param classes in the order of its answers
 * @param deviceProfile of the sensors it was trained on
 * @param trainedOn whom
 * @param recipe how
 * @param metrics how well it does on people left out
 * @param smoothing over neighbouring windows
 * @param goldenVectors answers it must give on loading
 * @param profile what it saw in training; one that there is not stands in no file
 */
public record Manifest(
    FeatureSchema featureSchema,
    String featureSchemaHash,
    String classScheme,
    List<String> classes,
    String deviceProfile,
    TrainedOn trainedOn,
    Recipe recipe,
    Metrics metrics,
    Smoothing smoothing,
    List<GoldenVector> goldenVectors,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = TrainingProfile.None.class)
        TrainingProfile profile) {

  /** Refuses a manifest whose parts do not fit each other. */
  public Manifest {
    classes = List.copyOf(classes);
    goldenVectors = List.copyOf(goldenVectors);
    ModelRefused.unless(
        featureSchema.hash().equals(featureSchemaHash),
        "The manifest's feature schema has the hash %s, expected %s as it says",
        featureSchema.hash(),
        featureSchemaHash);
    int count = classes.size();
    ModelRefused.unless(
        new HashSet<>(classes).size() == count && count >= 2 && count <= Limits.CLASSES,
        "The manifest has the classes %s, expected 2 to %d, each once",
        classes,
        Limits.CLASSES);
    ModelRefused.unless(
        !goldenVectors.isEmpty() && goldenVectors.size() <= 1024,
        "The manifest has %d golden vectors, expected 1 to 1024",
        goldenVectors.size());
    for (GoldenVector golden : goldenVectors) {
      ModelRefused.unless(
          golden.features().length == featureSchema.names().size()
              && golden.probabilities().length == count,
          "A golden vector has %d features and %d probabilities, expected %d and %d",
          golden.features().length,
          golden.probabilities().length,
          featureSchema.names().size(),
          count);
    }
    profile.check(featureSchema.names(), count);
  }

  /** The same with other smoothing, and figures of other windows. */
  public Manifest with(Smoothing otherSmoothing, Metrics otherMetrics) {
    return new Manifest(
        featureSchema,
        featureSchemaHash,
        classScheme,
        classes,
        deviceProfile,
        trainedOn,
        recipe,
        otherMetrics,
        otherSmoothing,
        goldenVectors,
        profile);
  }

  /** The same with other golden vectors. */
  Manifest with(List<GoldenVector> others) {
    return new Manifest(
        featureSchema,
        featureSchemaHash,
        classScheme,
        classes,
        deviceProfile,
        trainedOn,
        recipe,
        metrics,
        smoothing,
        others,
        profile);
  }
}
