package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnswerRatioTest {
  private static final List<Integer> ANSWERS = List.of(10, 20, 40);
  private static final List<Double> OTHER = List.of(0.5, 0.6, 0.7);

  @Test
  void liesBetweenThePointsWhereTheGoalIsReached() {
    assertThat(AnswerRatio.of(ANSWERS, List.of(0.5, 0.65, 0.75), OTHER).getAsDouble())
        .isCloseTo(30.0 / 40, Offset.offset(1e-9));
  }

  @Test
  void isOneOfTheSameCurveAndTheFirstPointWhereThatIsEnough() {
    assertThat(AnswerRatio.of(ANSWERS, OTHER, OTHER)).hasValue(1);
    assertThat(AnswerRatio.of(ANSWERS, List.of(0.8, 0.6, 0.9), OTHER)).hasValue(0.25);
  }

  /** Where a curve is flat, few answers are as good as many, whoever chooses them. */
  @Test
  void saysWhenFewerAtRandomWouldDoAsWell() {
    assertThat(AnswerRatio.said(ANSWERS, List.of(0.7, 0.7, 0.7), List.of(0.5, 0.7, 0.7)))
        .endsWith(
            "0.25 times the answers to be as good as 40 at random; at random 0.50 times are enough as well");
  }

  @Test
  void isEmptyWhereTheCurveNeverGetsThere() {
    List<Double> worse = List.of(0.4, 0.5, 0.69);
    assertThat(AnswerRatio.of(ANSWERS, worse, OTHER)).isEmpty();
    assertThat(AnswerRatio.said(ANSWERS, worse, OTHER)).contains("never as good as 40 answers");
  }
}
