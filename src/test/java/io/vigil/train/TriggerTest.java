package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feature.FeatureVector;
import io.vigil.model.TrainedOn;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private static final Trigger TRIGGER = new Trigger(100);

  /** Seen red with: drift asked only where there are no new labels. */
  @Test
  void trainsForEnoughLabelsOrDriftOrNoModel() {
    assertThat(TRIGGER.decide(OptionalLong.of(100), false).train()).isTrue();
    assertThat(TRIGGER.decide(OptionalLong.of(99), true).train()).isTrue();
    assertThat(TRIGGER.decide(OptionalLong.empty(), false).train()).isTrue();
    assertThat(TRIGGER.decide(OptionalLong.of(99), false))
        .isEqualTo(
            new Trigger.Decision(false, "99 new labelled windows, fewer than 100, and no drift"));
    assertThatThrownBy(() -> new Trigger(0)).hasMessageContaining("expected 1 or more");
  }

  @Test
  void labelsAreNewThatTheModelWasNotTrainedOn() {
    TrainingOptions options = TrainedModels.options(1, 3);
    TrainedOn model = TrainedModels.forest(1, 3, 12).manifest().trainedOn();
    assertThat(NewLabels.of(dataset(12, options), options).since(model)).isZero();
    assertThat(NewLabels.of(dataset(20, options), options).since(model))
        .isEqualTo(NewLabels.of(dataset(20, options), options).since(nothing()) - seen(model));
    assertThat(NewLabels.of(dataset(5, options), options).since(model)).isZero();
  }

  private static Dataset dataset(int perActivity, TrainingOptions options) {
    List<FeatureVector> windows = SyntheticWindows.of(7, perActivity, "p1", "p2", "p3");
    return Dataset.of(windows, options.scheme(), List.of());
  }

  private static TrainedOn nothing() {
    return new TrainedOn(List.of(), List.of(), java.util.Map.of(), "");
  }

  private static long seen(TrainedOn model) {
    return model.windows().values().stream().mapToLong(Integer::longValue).sum();
  }
}
