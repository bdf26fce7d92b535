package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.Metrics;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

  // Seen red with: null for the seeds in ForestFit.fit().
  @Test
  void theSameWindowsAndSeedMakeTheSameModel() {
    ModelArtifact one = TrainedModels.forest(5, 20, 30);
    assertThat(TrainedModels.forest(5, 20, 30).id()).isEqualTo(one.id());
    assertThat(TrainedModels.forest(6, 20, 30).id()).isNotEqualTo(one.id());
  }

  @Test
  void theOrderOfTheWindowsDoesNotMatter() {
    TrainingOptions options = TrainedModels.options(1, 8);
    var windows = SyntheticWindows.of(7, 20, "p1", "p2", "p3");
    String before = sha256(Dataset.of(windows, options.scheme(), List.of()), options);
    Collections.shuffle(windows, new Random(3));
    assertThat(sha256(Dataset.of(windows, options.scheme(), List.of()), options)).isEqualTo(before);
  }

  @Test
  void whatItTrainsLoadsWithSmilesOwnAnswers() {
    ModelArtifact artifact = TrainedModels.forest(1, 20, 30);
    assertThat(artifact.manifest().goldenVectors()).hasSize(32);
    assertThat(Model.load(artifact).manifest().classes()).hasSize(5);
    assertThat(artifact.manifest().trainedOn().participants()).containsExactly("p1", "p2", "p3");
    assertThat(artifact.manifest().trainedOn().windows().values()).containsOnly(90);
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void everyAlgorithmTellsSyntheticActivitiesApart(Algorithm algorithm) {
    TrainingOptions options =
        TrainedModels.options(1, 20).withFitting(new Fitting(algorithm, 20, 5, 5, 0, 1.0, 0.5, 1));
    Dataset dataset =
        Dataset.of(SyntheticWindows.of(7, 30, "p1", "p2", "p3"), options.scheme(), List.of());
    LeaveOnePersonOut out = new LeaveOnePersonOut(options, fold -> {});
    Evaluation evaluation = out.evaluate(out.run(dataset));
    assertThat(evaluation.windows()).isEqualTo(450);
    assertThat(evaluation.macroF1()).isGreaterThan(0.7);
  }

  @Test
  void onlyAForestCanBeStored() {
    TrainingOptions options = TrainedModels.options(1, 5);
    Trainer trainer =
        new Trainer(options.withFitting(new Fitting(Algorithm.BOOSTING, 5, 3, 5, 0, 0.7, 0, 1)));
    Dataset dataset =
        Dataset.of(SyntheticWindows.of(7, 20, "p1", "p2"), options.scheme(), List.of());
    Metrics none = new Metrics("none", 0, 0, 0, Map.of());
    assertThatThrownBy(
            () ->
                trainer.artifact(
                    "b", TrainedModels.NOON, dataset, SyntheticWindows.schema(), "g", none))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("boosting can be compared but not stored, expected forest");
  }

  @Test
  void theCardSaysWhoWhatAndWhoseData() {
    assertThat(ModelCard.of(TrainedModels.forest(1, 3, 12)))
        .contains("# Model small:0", "p1, p2, p3", "macro F1 0.250", "Casale", "## Limits");
  }

  private static String sha256(Dataset dataset, TrainingOptions options) {
    return new Trainer(options)
        .artifact(
            "m",
            TrainedModels.NOON,
            dataset,
            SyntheticWindows.schema(),
            "g",
            new Metrics("none", 0, 0, 0, Map.of()))
        .id()
        .sha256();
  }
}
