package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final List<FeatureVector> TWO = SyntheticWindows.of(1, 2, "p1", "p2");

  @Test
  void withoutALabelThereIsNothingToTrainOn() {
    List<FeatureVector> unlabelled = TWO.stream().map(w -> labelled(w, "")).toList();
    refused(unlabelled, List.of(), "None of 20 windows has a label");
  }

  @Test
  void oneClassIsNotEnough() {
    List<FeatureVector> one = TWO.stream().map(w -> labelled(w, Activities.WALKING)).toList();
    refused(one, List.of(), "All 20 labelled windows are Walking, expected two classes or more");
  }

  @Test
  void onePersonIsNotEnoughWhateverTheIds() {
    refused(TWO, List.of(List.of("p1", "p2")), "are of one person, expected two people or more");
  }

  @Test
  void aGroupNamesPeopleThatAreThere() {
    refused(TWO, List.of(List.of("p1", "p9")), "Participant p9 of the same person");
  }

  /** Seen red with: unknown labels taken for none. */
  @Test
  void aLabelIsAnActivity() {
    List<FeatureVector> one = new ArrayList<>(TWO);
    one.set(3, labelled(TWO.get(3), "Juggling"));
    refused(one, List.of(), "Participant p1 is labelled 'Juggling' at ", "expected one of");
  }

  /** Seen red with: windows of one time not compared. */
  @Test
  void aTimeHasOneLabel() {
    List<FeatureVector> two = new ArrayList<>(TWO);
    FeatureVector first = TWO.get(0);
    two.add(
        labelled(
            first,
            first.activity().equals(Activities.WALKING)
                ? Activities.STANDING
                : Activities.WALKING));
    refused(two, List.of(), "Participant p1 has windows of ", "expected one label for one time");
  }

  @Test
  void aFeatureIsANumber() {
    FeatureVector w = TWO.get(0);
    FeatureVector bad =
        new FeatureVector("p1", w.start(), w.end(), w.activity(), new double[] {1, Double.NaN});
    refused(List.of(bad), List.of(), "Feature 1 of participant p1");
  }

  @Test
  void windowsNearAChangeOfTheLabelAreLeftOutOfTraining() {
    // Windows of 2 s every second; walking up to 10 s, standing from then on.
    List<FeatureVector> windows =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(
                s ->
                    new FeatureVector(
                        "p1",
                        s * 1_000_000L,
                        (s + 2) * 1_000_000L,
                        s < 10 ? Activities.WALKING : Activities.STANDING,
                        new double[] {s}))
            .toList();
    assertThat(Boundaries.away(windows, 3))
        .extracting(w -> w.start() / 1_000_000)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
    assertThat(Boundaries.away(windows, 0)).hasSize(20);
    assertThat(Boundaries.away(windows, 60)).isEmpty();
  }

  @Test
  void balanceMakesClassesAsFrequentAsTheRarest() {
    List<FeatureVector> windows = SyntheticWindows.of(1, 8, "p1");
    List<FeatureVector> skewed =
        windows.stream()
            .map(w -> w.activity().equals(Activities.STAIRS) ? labelled(w, Activities.WALKING) : w)
            .toList();
    TrainingSet set =
        TrainingSet.of(
            List.of(new Person(List.of("p1"), skewed, skewed)),
            TrainingOptions.forest(ClassScheme.FIVE).withBoundarySeconds(0));
    assertThat(set.counts()).containsExactly(8, 8, 16, 8);
    assertThat(set.thinning(0)).containsExactly(1, 1, 1, 1);
    assertThat(set.thinning(1)).containsExactly(1, 1, 2, 1);
  }

  private static FeatureVector labelled(FeatureVector w, String label) {
    return new FeatureVector(w.participantId(), w.start(), w.end(), label, w.values());
  }

  private static void refused(
      List<FeatureVector> windows, List<List<String>> samePerson, String... messages) {
    assertThatThrownBy(() -> Dataset.of(windows, ClassScheme.FIVE, samePerson))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContainingAll(messages);
  }
}
