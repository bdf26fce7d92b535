package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.learn.Label;
import io.vigil.train.ReviewedAccuracy.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewedAccuracyTest {
  private static final long SECOND = 1_000_000;

  @Test
  void wilsonsIntervalsAreThoseOfTheBooks() {
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
    assertInterval(Interval.of(81.0 / 263, 263), 0.2553, 0.3662);
    assertInterval(Interval.of(15.0 / 148, 148), 0.0624, 0.1605);
    assertInterval(Interval.of(0, 20), 0, 0.1611);
    assertInterval(Interval.of(1.0 / 29, 29), 0.0061, 0.1718);
    assertInterval(Interval.of(0, 0), 0, 1);
  }

  // Seen red with: accuracy over all windows; the calibration error unweighted.
  @Test
  void countsWhatReviewersSayAndHowSureTheModelWas() {
    List<Prediction> predictions = new ArrayList<>();
    for (int w = 0; w < 10; w++) {
      predictions.add(window("p1", 2 * w, w < 7 ? "Walking" : "Standing", 0.95));
    }
    predictions.add(window("p1", 100, "Walking", 0.55));
    predictions.add(window("p2", 0, "Walking", 0.99));
    ReviewedAccuracy reviewed =
        ReviewedAccuracy.of(
            List.of(
                label("p1", 0, 24, "Walking", "ann", 1), label("p1", 100, 104, "Stairs", "ann", 1)),
            predictions);
    assertThat(reviewed.windows()).isEqualTo(11);
    assertThat(reviewed.stretches()).isEqualTo(2);
    assertThat(reviewed.accuracy()).isCloseTo(7 / 11.0, within(1e-12));
    assertThat(reviewed.interval()).isEqualTo(Interval.of(7 / 11.0, 2));
    assertThat(reviewed.calibrationError()).isCloseTo((10 * 0.25 + 1 * 0.55) / 11, within(1e-12));
    assertThat(reviewed.bins()).extracting(ReviewedAccuracy.Bin::windows).containsExactly(1L, 10L);
  }

  // Seen red with: the first label of a reviewer kept.
  @Test
  void ofOneReviewerTheNewestHoldsAndOfTwoWhoDisagreeNone() {
    List<Prediction> one = List.of(window("p1", 0, "Walking", 0.9));
    Label early = label("p1", 0, 10, "Standing", "ann", 1);
    Label late = label("p1", 0, 10, "Walking", "ann", 2);
    Label other = label("p1", 0, 10, "Stairs", "bob", 1);
    Label unsure = label("p1", 0, 10, Label.NOT_SURE, "cleo", 3);
    assertThat(ReviewedAccuracy.of(List.of(late, early), one).accuracy()).isEqualTo(1);
    assertThat(ReviewedAccuracy.of(List.of(early, late), one).accuracy()).isEqualTo(1);
    assertThat(ReviewedAccuracy.of(List.of(early, late, other), one))
        .extracting(ReviewedAccuracy::windows, ReviewedAccuracy::disputed)
        .containsExactly(0L, 1L);
    assertThat(ReviewedAccuracy.of(List.of(late, unsure), one).windows()).isEqualTo(1);
    assertThat(ReviewedAccuracy.of(List.of(unsure), one).unanswered()).isEqualTo(1);
    assertThat(ReviewedAccuracy.of(List.of(), one).bins()).isEmpty();
  }

  private static void assertInterval(Interval interval, double from, double to) {
    assertThat(interval.from()).isCloseTo(from, within(1e-4));
    assertThat(interval.to()).isCloseTo(to, within(1e-4));
  }

  private static Label label(
      String whose, int from, int to, String activity, String reviewer, long at) {
    return new Label(whose, from * SECOND, to * SECOND, activity, reviewer, at);
  }

  private static Prediction window(String whose, int second, String activity, double confidence) {
    return new Prediction(
        whose,
        second * SECOND,
        (second + 4) * SECOND,
        activity,
        confidence,
        new double[] {confidence, 1 - confidence},
        "",
        new ModelRef("m", 1, "aa"));
  }
}
