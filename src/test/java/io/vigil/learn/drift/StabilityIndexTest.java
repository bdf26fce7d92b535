package io.vigil.learn.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seen red with: the logarithm of e / a; the half window left out of the sums. */
class StabilityIndexTest {

  @Test
  void isWhatTheFormulaSays() {
    // (0.3 - 0.5) ln(0.3 / 0.5) + (0.7 - 0.5) ln(0.7 / 0.5)
    assertThat(StabilityIndex.of(of(3e6, 7e6), of(5e6, 5e6))).isCloseTo(0.16946, within(1e-5));
    // (0.1 - 0.2) ln 0.5 + (0.4 - 0.3) ln(4 / 3) + 0, twice
    assertThat(StabilityIndex.of(of(1e6, 4e6, 1e6, 4e6), of(2e6, 3e6, 2e6, 3e6)))
        .isCloseTo(0.19617, within(1e-5));
  }

  @Test
  void isNothingWhereBothAreTheSameAndTheSameEitherWay() {
    assertThat(StabilityIndex.of(of(10, 0, 5), of(10, 0, 5))).isZero();
    assertThat(StabilityIndex.of(of(10, 0, 5), of(2, 9, 4)))
        .isCloseTo(StabilityIndex.of(of(2, 9, 4), of(10, 0, 5)), within(1e-12));
  }

  @Test
  void isFiniteAboutEmptyBins() {
    assertThat(StabilityIndex.of(of(0, 0, 0), of(0, 0, 0))).isZero();
    // 15.5/16.5 against 0.5/16.5 in both bins: 2 * (15 / 16) ln 31 with two half windows added
    assertThat(StabilityIndex.of(of(15, 0), of(0, 15)))
        .isCloseTo(2 * 15.0 / 16 * Math.log(31), within(1e-12));
  }

  @Test
  void agreesWithAPlainReferenceOnCountsOfChance() {
    long seed = System.nanoTime();
    System.out.println("StabilityIndexTest: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int bins = 2 + random.nextInt(12);
      double[] seen = random.doubles(bins, 0, 1000).map(Math::floor).toArray();
      double[] expected = random.doubles(bins, 0, 1000).toArray();
      assertThat(StabilityIndex.of(seen, expected)).isCloseTo(plain(seen, expected), within(1e-9));
    }
  }

  /** Kullback and Leibler's divergences both ways, added. */
  private static double plain(double[] seen, double[] expected) {
    double allSeen = 0;
    double allExpected = 0;
    for (int b = 0; b < seen.length; b++) {
      allSeen += seen[b] + 0.5;
      allExpected += expected[b] + 0.5;
    }
    double forth = 0;
    double back = 0;
    for (int b = 0; b < seen.length; b++) {
      double a = (seen[b] + 0.5) / allSeen;
      double e = (expected[b] + 0.5) / allExpected;
      forth += a * Math.log(a) - a * Math.log(e);
      back += e * Math.log(e) - e * Math.log(a);
    }
    return forth + back;
  }

  private static double[] of(double... counts) {
    return counts;
  }
}
