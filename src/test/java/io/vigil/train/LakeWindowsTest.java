package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.feature.WearerReference;
import io.vigil.feature.WearerState;
import io.vigil.learn.Example;
import io.vigil.learn.Reason;
import io.vigil.model.Scored;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of a lake is trained on. */
class LakeWindowsTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3600 * SECOND;
  private static final String OTHER_BUILD = "another build";

  @Test
  void aWindowCountsOnce() {
    LakeTally tally = of(example("p", 0, Activities.WALKING), example("p", 0, Activities.WALKING));

    assertThat(tally.windows()).hasSize(1);
    assertThat(tally.twice()).isEqualTo(1);
    assertAccountedFor(tally);
  }

  @Test
  void theOtherCopyMayKnowTheLabel() {
    LakeTally tally = of(example("p", 0, ""), example("p", 0, Activities.STAIRS));

    assertThat(tally.windows())
        .extracting(FeatureVector::activity)
        .containsExactly(Activities.STAIRS);
  }

  @Test
  void twoLabelsAreNone() {
    LakeTally tally = of(example("p", 0, Activities.WALKING), example("p", 0, Activities.STAIRS));

    assertThat(tally.windows()).isEmpty();
    assertThat(tally.contradicting()).isEqualTo(1);
    assertAccountedFor(tally);
  }

  @Test
  void reviewersDecide() {
    Reviewed reviewed =
        (participant, start, end) ->
            switch ((int) (start / HOUR)) {
              case 0 -> Optional.of(Activities.STANDING);
              case 1 -> Optional.of("");
              default -> Optional.empty();
            };
    LakeTally tally =
        of(
            reviewed,
            example("p", 0, Activities.WALKING),
            example("p", HOUR, Activities.WALKING),
            example("p", 2 * HOUR, Activities.WALKING));

    assertThat(tally.windows())
        .extracting(FeatureVector::activity)
        .containsExactly(Activities.STANDING, Activities.WALKING);
    assertThat(tally.reviewed()).isEqualTo(1);
    assertThat(tally.unlabelled()).isEqualTo(1);
    assertAccountedFor(tally);
  }

  @Test
  void anotherBuildsFeaturesAreMeasuredAgainAsTheJobWould() {
    WearerReference reference = new WearerReference(0.9, 0, 0.6, 0.8, -1.5);
    List<Example> examples = new ArrayList<>();
    List<FeatureVector> expected = new ArrayList<>();
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState state = new WearerState();
    for (int i = 0; i < 20; i++) {
      Window window = window("p", i * 2 * SECOND, Activities.WALKING);
      FeatureVector other = vector(window, new double[] {1, 2});
      examples.add(0, example(new Measured(window, other, OTHER_BUILD, reference)));
      expected.add(extractor.extract(window, state, reference));
    }

    LakeTally tally = of(examples.toArray(Example[]::new));

    assertThat(tally.measuredAgain()).isEqualTo(20);
    assertThat(tally.windows()).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(tally.windows().get(i).values()).isEqualTo(expected.get(i).values());
    }
  }

  @Test
  void windowsOfAnotherLengthAreNot() {
    Window shorter =
        new Window("p", 0, SECOND, new float[52], new float[52], new float[52], "Walking");
    LakeTally tally =
        of(
            example(
                new Measured(
                    shorter,
                    vector(shorter, new double[3]),
                    OTHER_BUILD,
                    WearerReference.UNKNOWN)));

    assertThat(tally.windows()).isEmpty();
    assertThat(tally.otherWindows()).isEqualTo(1);
    assertAccountedFor(tally);
  }

  /** Windows an hour apart: nothing is smoothed and no label changes, and yet they are enough. */
  @Test
  void windowsFarApartCanBeTrainedOn() {
    List<FeatureVector> apart = new ArrayList<>();
    for (String person : List.of("a", "b", "c")) {
      long at = 0;
      for (FeatureVector w : SyntheticWindows.of(3, 12, person)) {
        apart.add(new FeatureVector(person, at, at + 4 * SECOND, w.activity(), w.values()));
        at += HOUR;
      }
    }
    TrainingOptions options = TrainingOptions.forest(ClassScheme.FIVE).withBoundarySeconds(10);
    Dataset dataset = Dataset.of(apart, ClassScheme.FIVE, List.of());

    Trained trained = new Trainer(options).train(dataset.people());

    assertThat(trained.set().windows()).hasSize(apart.size());
    assertThat(trained.smoothing()).isEqualTo(options.smoothing().get(0));
    assertThat(new LeaveOnePersonOut(options, fold -> {}).run(dataset)).hasSize(3);
  }

  private static void assertAccountedFor(LakeTally tally) {
    assertThat(
            tally.windows().size()
                + tally.twice()
                + tally.contradicting()
                + tally.unlabelled()
                + tally.doubtful()
                + tally.otherWindows())
        .isEqualTo(tally.examples());
  }

  private static LakeTally of(Example... examples) {
    return of(Reviewed.BY_NOBODY, examples);
  }

  private static LakeTally of(Reviewed reviewed, Example... examples) {
    LakeWindows windows = new LakeWindows(reviewed);
    List.of(examples).forEach(windows::add);
    return windows.end();
  }

  private static Example example(String participant, long start, String label) {
    Window window = window(participant, start, label);
    return example(new Measured(window, vector(window, new double[67])));
  }

  private static FeatureVector vector(Window window, double[] values) {
    return new FeatureVector(
        window.participantId(), window.start(), window.end(), window.activity(), values);
  }

  private static Example example(Measured measured) {
    Window window = measured.window();
    return new Example(
        new Scored(
            measured,
            new Prediction(
                window.participantId(),
                window.start(),
                window.end(),
                Activities.STANDING,
                1,
                new double[] {1, 0},
                window.activity(),
                new ModelRef("m", 1, "0"))),
        Reason.LABELLED);
  }

  private static Window window(String participant, long start, String label) {
    Random random = new Random(start);
    float[][] axes = new float[3][208];
    for (int i = 0; i < 208; i++) {
      axes[0][i] = (float) (0.1 * random.nextGaussian());
      axes[1][i] = (float) (1 + 0.3 * Math.sin(i / 5.0));
      axes[2][i] = (float) (0.1 * random.nextGaussian());
    }
    return new Window(participant, start, start + 4 * SECOND, axes[0], axes[1], axes[2], label);
  }
}
