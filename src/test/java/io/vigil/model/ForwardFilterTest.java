package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForwardFilterTest {
  private static final Offset<Double> EXACT = within(1e-15);

  private final ScoringState state = new ScoringState();

  @Test
  void theFirstWindowStartsFromEqualProbabilities() {
    ForwardFilter filter = new ForwardFilter(new Smoothing(0.9, 1));
    assertThat(filter.step(state, 0, 2, new double[] {0.6, 0.4}))
        .containsExactly(new double[] {0.6, 0.4}, EXACT);
  }

  @Test
  void theSecondWindowLeansOnTheFirst() {
    ForwardFilter filter = new ForwardFilter(new Smoothing(0.9, 1));
    filter.step(state, 0, 2, new double[] {0.6, 0.4});
    double[] belief = filter.step(state, 1, 3, new double[] {0.5, 0.5});
    // Predicted 0.9 * (0.6, 0.4) + 0.1 * (0.4, 0.6) = (0.58, 0.42), times equal evidence.
    assertThat(belief).containsExactly(new double[] {0.58, 0.42}, EXACT);
  }

  // Seen red with: goesOn without its second condition.
  @Test
  void aGapStartsAfresh() {
    ForwardFilter filter = new ForwardFilter(new Smoothing(0.9, 1));
    filter.step(state, 0, 2, new double[] {0.99, 0.01});
    assertThat(filter.step(state, 3, 5, new double[] {0.6, 0.4}))
        .containsExactly(new double[] {0.6, 0.4}, EXACT);
  }

  @Test
  void aWindowThatFollowsAtOnceIsNoGap() {
    ForwardFilter filter = new ForwardFilter(new Smoothing(0.9, 1));
    filter.step(state, 0, 2, new double[] {0.99, 0.01});
    assertThat(filter.step(state, 2, 4, new double[] {0.6, 0.4})[0]).isGreaterThan(0.9);
  }

  @Test
  void switchedOffItGivesTheForestsAnswerUntouched() {
    ForwardFilter filter = new ForwardFilter(Smoothing.OFF);
    filter.step(state, 0, 2, new double[] {1, 0});
    assertThat(filter.step(state, 1, 3, new double[] {0.3, 0.7})).containsExactly(0.3, 0.7);
  }

  @Property
  void beliefIsAlwaysAProbability(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double stay,
      @ForAll @DoubleRange(min = 0.05, max = 10) double sharpness,
      @ForAll @Size(30) List<@DoubleRange(min = 0, max = 1) Double> first) {
    ForwardFilter filter = new ForwardFilter(new Smoothing(stay, sharpness));
    ScoringState fresh = new ScoringState();
    for (int w = 0; w < first.size(); w++) {
      double[] belief = filter.step(fresh, w, w + 2, new double[] {first.get(w), 1 - first.get(w)});
      assertThat(belief[0] + belief[1]).isCloseTo(1, within(1e-12));
      assertThat(belief[0]).isBetween(0.0, 1.0);
    }
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Smoothing(1, 1)).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> new Smoothing(0.5, 0)).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> new Smoothing(0.5, Double.NaN)).isInstanceOf(ModelRefused.class);
  }
}
