package io.vigil.train.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.Activities;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Smoothing;
import io.vigil.train.TrainedModels;
import io.vigil.train.TrainingRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Somebody who talks while standing much as others sit at a computer, but sits there in a way of
 * their own, which shows in a feature that tells nothing about anybody else.
 */
class AdaptationTest {
  private static final PersonalOptions OPTIONS =
      new PersonalOptions(List.of("f5"), List.of(0.5), 2, 3, 10, new Smoothing(0.8, 1));
  private static final long BEGINNING = 1_767_225_600_000_000L;

  private final ModelArtifact common = TrainedModels.forest(1, 30, 60);
  private final Adaptation adaptation = new Adaptation(common, OPTIONS);

  @Test
  void anActivityNobodyAnsweredAboutIsNoLongerTakenForOneSomebodyDid() {
    Adapted adapted = adaptation.adapt("p9", answers(), "p9", TrainedModels.NOON);
    List<FeatureVector> talking = windows(Activities.TALKING_WHILE_STANDING, 0, -6, 40, 3);
    List<FeatureVector> sitting = windows(Activities.WORKING_AT_COMPUTER, 0, 6, 40, 4);

    assertThat(said(common, talking, Activities.WORKING_AT_COMPUTER)).isGreaterThan(30);
    assertThat(said(adapted.artifact(), talking, Activities.WORKING_AT_COMPUTER)).isLessThan(5);
    assertThat(said(adapted.artifact(), sitting, Activities.WORKING_AT_COMPUTER)).isGreaterThan(30);
  }

  @Test
  void theSameAnswersMakeTheSameModel() {
    List<FeatureVector> shuffled = new ArrayList<>(answers());
    java.util.Collections.shuffle(shuffled, new Random(5));
    assertThat(adaptation.adapt("p9", shuffled, "p9", TrainedModels.NOON).artifact().id())
        .isEqualTo(adaptation.adapt("p9", answers(), "p9", TrainedModels.NOON).artifact().id());
  }

  /** Seen red with: a proof that looks at nothing but the number of activities. */
  @Test
  void answersThatFitNobodyProveNothing() {
    Random random = new Random(11);
    List<FeatureVector> noise = new ArrayList<>();
    for (FeatureVector answer : answers()) {
      double[] anywhere = answer.values().clone();
      anywhere[5] = random.nextGaussian() * 100;
      noise.add(new FeatureVector("p9", answer.start(), answer.end(), answer.activity(), anywhere));
    }
    assertThat(adaptation.adapt("p9", noise, "p9", TrainedModels.NOON).proof().holds()).isFalse();
    Proof proof = adaptation.adapt("p9", answers(), "p9", TrainedModels.NOON).proof();
    assertThat(proof.holds()).as(proof.reason()).isTrue();
  }

  /** Seen red with: a proof by the mean error alone. */
  @Test
  void answersGivenTooLateDoNotOutweighAllOthers() {
    List<FeatureVector> few = new ArrayList<>(windows(Activities.WORKING_AT_COMPUTER, 0, 6, 8, 1));
    few.addAll(windows(Activities.WALKING, 2, 0, 4, 2));
    for (int late = 1; late <= 5; late++) {
      few.addAll(windows(Activities.WORKING_AT_COMPUTER, 0, 60 * late, 1, 10 + late));
    }
    Proof proof = adaptation.adapt("p9", few, "p9", TrainedModels.NOON).proof();

    assertThat(proof.own()).as(proof.reason()).isGreaterThan(proof.common());
    assertThat(proof.better()).isGreaterThan(proof.worse());
    assertThat(proof.holds()).isTrue();
  }

  @Test
  void oneActivityProvesNothing() {
    Proof proof =
        adaptation
            .adapt(
                "p9",
                windows(Activities.WORKING_AT_COMPUTER, 0, 6, 20, 1),
                "p9",
                TrainedModels.NOON)
            .proof();
    assertThat(proof.holds()).isFalse();
    assertThat(proof.reason())
        .isEqualTo("20 answers, all about one activity: two or more are expected");
  }

  @Test
  void answersThatContradictEachOtherAreRefused() {
    List<FeatureVector> twice = new ArrayList<>(answers());
    FeatureVector first = twice.get(0);
    twice.add(
        new FeatureVector("p9", first.start(), first.end(), Activities.STAIRS, first.values()));
    assertThatThrownBy(() -> adaptation.adapt("p9", twice, "p9", TrainedModels.NOON))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("is answered as WorkingAtComputer and as Stairs");
  }

  @Test
  void answersAboutSomebodyElseOrOfNoActivityAreRefused() {
    assertThatThrownBy(() -> adaptation.adapt("p8", answers(), "p8", TrainedModels.NOON))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("A window of p9 is among the answers about p8");
    assertThatThrownBy(
            () -> adaptation.adapt("p9", windows("Juggling", 0, 0, 1, 1), "p9", TrainedModels.NOON))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("is answered as 'Juggling', expected one of");
  }

  @Test
  void aWearersOwnModelIsNotAdaptedAgain() {
    ModelArtifact own = adaptation.adapt("p9", answers(), "p9", TrainedModels.NOON).artifact();
    assertThatThrownBy(() -> new Adaptation(own, OPTIONS))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("is that of p9");
  }

  private static List<FeatureVector> answers() {
    List<FeatureVector> answers =
        new ArrayList<>(windows(Activities.WORKING_AT_COMPUTER, 0, 6, 20, 1));
    answers.addAll(windows(Activities.WALKING, 2, 0, 10, 2));
    return answers;
  }

  /** Windows like others' of the class at a place, and with the last feature around a value. */
  private static List<FeatureVector> windows(
      String activity, int place, double own, int count, long seed) {
    Random random = new Random(seed);
    List<FeatureVector> windows = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      double[] values = new double[6];
      for (int f = 0; f < 5; f++) {
        values[f] = (f == place ? 2 : 0) + random.nextGaussian() * 0.5;
      }
      values[5] = own + random.nextGaussian() * 0.5;
      long start = BEGINNING + (seed * 1000 + w) * 60_000_000L;
      windows.add(new FeatureVector("p9", start, start + 4_000_000, activity, values));
    }
    return windows;
  }

  private static long said(ModelArtifact artifact, List<FeatureVector> windows, String activity) {
    Model model = Model.load(artifact);
    return windows.stream()
        .filter(
            window ->
                model
                    .scorer()
                    .score(window, new io.vigil.model.ScoringState())
                    .activity()
                    .equals(activity))
        .count();
  }
}
