package io.vigil.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);
  private static final double[] SURE = {1, 0, 0, 0};
  private static final double[] TWO = {0.5, 0.5, 0, 0};
  private static final double[] EQUAL = {0.25, 0.25, 0.25, 0.25};

  @Test
  void aMarginAsksWhetherASecondOneIsClose() {
    assertThat(Doubt.MARGIN.of(SURE)).isCloseTo(0, CLOSE);
    assertThat(Doubt.MARGIN.of(TWO)).isCloseTo(1, CLOSE);
    assertThat(Doubt.MARGIN.of(new double[] {0.1, 0.7, 0.2})).isCloseTo(0.5, CLOSE);
  }

  @Test
  void entropyAsksWhetherAnythingIs() {
    assertThat(Doubt.ENTROPY.of(SURE)).isCloseTo(0, CLOSE);
    assertThat(Doubt.ENTROPY.of(TWO)).isCloseTo(0.5, CLOSE);
    assertThat(Doubt.ENTROPY.of(EQUAL)).isCloseTo(1, CLOSE);
  }
}
