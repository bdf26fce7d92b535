package io.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A job that falls behind is told from one that was held up for a moment. */
class LagTest {
  private static final int PEOPLE = 100;
  private final Lag lag = new Lag(PEOPLE);

  @Test
  void growsWhereTheJobIsTooSlow() {
    for (int look = 0; look < 60; look++) {
      lag.add(look * 5L);
    }
    assertThat(lag.growth()).isEqualTo(2.0);
    assertThat(lag.median()).isEqualTo(1.5);
  }

  /** Seen red with: the last look taken for the last third. */
  @Test
  void doesNotGrowWhereItWasHeldUp() {
    for (int look = 0; look < 60; look++) {
      lag.add(look > 55 ? 400 : 10);
    }
    assertThat(lag.growth()).isZero();
  }

  @Test
  void saysNothingOfWhatWasNotSeen() {
    assertThat(lag.growth()).isZero();
    assertThat(lag.median()).isZero();
  }
}
