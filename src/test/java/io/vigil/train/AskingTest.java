package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Activities;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scored;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {
  private static final long SECOND = 1_000_000;
  private static final List<Scored> HALF_AN_HOUR =
      LongStream.range(0, 900).mapToObj(AskingTest::window).toList();

  /** As many as asked for also means that no label was seen: labelled windows are all handed on. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32, 60})
  void theBudgetReachesToTheEnd(int budget) {
    Set<Long> asked = Asking.uncertain(HALF_AN_HOUR, budget);
    assertThat(asked).hasSize(budget);
    long lastBlock = 1800 * SECOND - 1800 * SECOND * 4 / budget - 4 * SECOND;
    assertThat(asked).anyMatch(start -> start >= lastBlock);
  }

  private static Scored window(long place) {
    long start = place * 2 * SECOND;
    FeatureVector features =
        new FeatureVector("p", start, start + 4 * SECOND, Activities.WALKING, new double[0]);
    double first = 0.5 + place % 7 * 0.05;
    return new Scored(
        new Measured(null, features),
        new Prediction(
            "p",
            start,
            start + 4 * SECOND,
            Activities.WALKING,
            first,
            new double[] {first, 1 - first},
            Activities.WALKING,
            new ModelRef("m", 1, "sha")));
  }
}
