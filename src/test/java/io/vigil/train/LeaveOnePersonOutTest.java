package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Smoothing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaveOnePersonOutTest {
  private static final TrainingOptions OPTIONS =
      TrainedModels.options(1, 6)
          .withSamePerson(List.of(List.of("p4", "p2")))
          .withSmoothing(Smoothing.OFF, new Smoothing(0.95, 0.5));

  private static final List<FeatureVector> WINDOWS =
      SyntheticWindows.of(11, 20, "p1", "p2", "p3", "p4", "p5");

  private static List<LeaveOnePersonOut.Fold> folds() {
    return new LeaveOnePersonOut(OPTIONS, fold -> {})
        .run(Dataset.of(WINDOWS, OPTIONS.scheme(), OPTIONS.samePerson()));
  }

  // Seen red with: trainer.train(dataset.people()), and with groups ignored in Dataset.people().
  @Test
  void nobodyIsOnBothSides() {
    List<LeaveOnePersonOut.Fold> folds = folds();
    assertThat(folds)
        .extracting(LeaveOnePersonOut.Fold::leftOut)
        .containsExactly(List.of("p1"), List.of("p2", "p4"), List.of("p3"), List.of("p5"));
    for (LeaveOnePersonOut.Fold fold : folds) {
      assertThat(fold.trainedOn()).doesNotContainAnyElementsOf(fold.leftOut());
      assertThat(fold.predictions())
          .extracting(Prediction::participantId)
          .containsOnlyElementsOf(fold.leftOut());
      assertThat(fold.trainedOn().size() + fold.leftOut().size()).isEqualTo(5);
    }
  }

  @Test
  void everyWindowIsScoredOnce() {
    List<String> scored = new ArrayList<>();
    for (LeaveOnePersonOut.Fold fold : folds()) {
      fold.predictions().forEach(p -> scored.add(p.participantId() + "@" + p.start()));
    }
    assertThat(scored)
        .containsExactlyInAnyOrderElementsOf(
            WINDOWS.stream().map(w -> w.participantId() + "@" + w.start()).toList());
  }

  /** What a left-out person's labels say must not reach the model: wrong ones change no answer. */
  @Test
  void theLabelsOfThePersonLeftOutChangeNoAnswer() {
    List<FeatureVector> relabelled = new ArrayList<>();
    for (FeatureVector w : WINDOWS) {
      relabelled.add(
          w.participantId().equals("p3")
              ? new FeatureVector(
                  w.participantId(),
                  w.start(),
                  w.end(),
                  SyntheticWindows.ACTIVITIES.get(0),
                  w.values())
              : w);
    }
    List<LeaveOnePersonOut.Fold> other =
        new LeaveOnePersonOut(OPTIONS, fold -> {})
            .run(Dataset.of(relabelled, OPTIONS.scheme(), OPTIONS.samePerson()));
    assertThat(other.get(2).predictions())
        .extracting(Prediction::activity)
        .isEqualTo(folds().get(2).predictions().stream().map(Prediction::activity).toList());
  }
}
