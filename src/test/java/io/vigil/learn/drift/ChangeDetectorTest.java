package io.vigil.learn.drift;

import static io.vigil.learn.drift.ChangeDetector.Verdict.BEGAN;
import static io.vigil.learn.drift.ChangeDetector.Verdict.ENDED;
import static io.vigil.learn.drift.ChangeDetector.Verdict.GOES_ON;
import static io.vigil.learn.drift.ChangeDetector.Verdict.GOT_USED;
import static io.vigil.learn.drift.ChangeDetector.Verdict.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.learn.drift.ChangeDetector.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeDetectorTest {
  private final ChangeDetector detector = new ChangeDetector();
  private final ChangeState state = new ChangeState();

  // Seen red with: a tolerance of 0, as a walk by chance gets anywhere.
  @Test
  void usualDaysAreHardlyEverAChange() {
    int began = 0;
    for (int person = 0; person < 100; person++) {
      Random random = new Random(person);
      ChangeState own = new ChangeState();
      for (int day = 0; day < 365; day++) {
        began += detector.add(own, 0.3 + 0.1 * random.nextGaussian()) == BEGAN ? 1 : 0;
      }
    }
    // A hundred people, a year.
    assertThat(began).isLessThanOrEqualTo(5);
  }

  // Seen red with: no most that a day counts for.
  @Test
  void oneOddDayIsNoChange() {
    usual(20);
    assertThat(detector.add(state, 30)).isEqualTo(USUAL);
    assertThat(usual(20)).containsOnly(USUAL);
  }

  @Test
  void threeOddDaysAreOneThatEndsWhenADayIsLikeThoseBefore() {
    usual(20);
    List<Verdict> said = new ArrayList<>();
    for (double value : new double[] {2, 2, 2, 2, 0.3, 0.3}) {
      said.add(detector.add(state, value));
    }
    assertThat(said).containsExactly(USUAL, USUAL, BEGAN, GOES_ON, ENDED, USUAL);
  }

  @Test
  void aSmallRiseIsFoundIfItStays() {
    usual(30);
    List<Verdict> said = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      said.add(detector.add(state, 0.3 + 0.25));
    }
    assertThat(said).contains(BEGAN);
  }

  @Test
  void aFallIsNone() {
    usual(20);
    for (int day = 0; day < 50; day++) {
      assertThat(detector.add(state, -1)).isEqualTo(USUAL);
    }
  }

  @Test
  void aChangeThatStaysIsTheUsualInTheEnd() {
    usual(20);
    List<Verdict> said = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      said.add(detector.add(state, 2));
    }
    assertThat(said).containsOnlyOnce(BEGAN, GOT_USED);
    assertThat(said.get(said.size() - 1)).isEqualTo(USUAL);
  }

  @Test
  void nothingIsSaidOfThoseWhoAreHardlyKnown() {
    for (int day = 0; day < ChangeDetector.LEARNING; day++) {
      assertThat(detector.add(state, day * 10)).isEqualTo(USUAL);
    }
  }

  private List<Verdict> usual(int days) {
    List<Verdict> said = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      said.add(detector.add(state, day % 2 == 0 ? 0.25 : 0.35));
    }
    return said;
  }
}
