package io.vigil.alert.fall;

import static io.vigil.alert.fall.MadeUpMotion.ON_THE_BACK;
import static io.vigil.alert.fall.MadeUpMotion.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.alert.fall.FallUpdate.Kind;
import io.vigil.alert.fall.ImpactFinding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallDetectorTest {
  private static final int RATE_HZ = 50;

  /** Seen red with: every piece of a line weighing 20 ms, however long it is. */
  @ParameterizedTest
  @ValueSource(doubles = {20, 25, 50, 52, 100, 200})
  void findsAFallAtAnyRate(double rateHz) {
    ImpactFinding fall = only(Said.of(MadeUpMotion.fall().at(rateHz, 1)));

    assertThat(fall.verdict()).isEqualTo(Verdict.FALL);
    assertThat(fall.impactMicros()).isCloseTo(MadeUpMotion.FALL_IMPACT, within(80_000L));
    assertThat(fall.raisedMicros() - fall.impactMicros()).isBetween(0L, 3_000_000L);
    assertThat(fall.postureChangeDegrees()).isCloseTo(84, within(8.0));
    assertThat(fall.peakG()).isBetween(2.5, 4.3);
    assertThat(fall.stillSeconds()).isBetween(1.0, 2.5);
  }

  /** Seen red with: still seconds counted from 5 on. */
  @Test
  void saysAgainAndAgainThatThePersonLiesStill() {
    Said said = Said.of(MadeUpMotion.fall().still(70, ON_THE_BACK).at(RATE_HZ, 2));

    assertThat(said.falls()).hasSize(1);
    assertThat(said.updates())
        .containsExactly(Kind.LYING_STILL, Kind.LYING_STILL, Kind.LYING_STILL);
    assertThat(said.all)
        .filteredOn(FallUpdate.class::isInstance)
        .extracting(update -> ((FallUpdate) update).stillSeconds())
        .containsExactly(10, 30, 60);
  }

  /** Seen red with: 30 s upright asked for. */
  @Test
  void saysThatThePersonGotUp() {
    Said said = Said.of(MadeUpMotion.fall().turn(3, ON_THE_BACK, UP, 1).walk(20).at(RATE_HZ, 3));

    assertThat(said.falls()).hasSize(1);
    assertThat(said.updates()).containsExactly(Kind.RECOVERED);
  }

  /** Seen red with: falls the same within 0 s. */
  @Test
  void aBlowSoonAfterBelongsToTheSameFall() {
    Said said =
        Said.of(
            MadeUpMotion.fall()
                .turn(0.8, ON_THE_BACK, UP, 0.9)
                .still(2, UP)
                .turn(0.6, UP, ON_THE_BACK, 0.4)
                .blow(ON_THE_BACK, 4)
                .still(5, ON_THE_BACK)
                .at(RATE_HZ, 4));

    assertThat(said.falls()).hasSize(1);
  }

  /** Seen red with: all angles 90 degrees. */
  @Test
  void aStumbleIsNoFall() {
    assertNothing(new MadeUpMotion().walk(5).blow(UP, 3).walk(6));
  }

  @Test
  void sittingDownHardIsNoFall() {
    double[] leaning = {0, 0.95, -0.3};
    assertNothing(
        new MadeUpMotion()
            .still(4, UP)
            .turn(0.7, UP, leaning, 0.6)
            .blow(leaning, 2.5)
            .still(6, leaning));
  }

  @Test
  void jumpingIsNoFall() {
    MadeUpMotion jumps = new MadeUpMotion().still(4, UP);
    for (int i = 0; i < 5; i++) {
      jumps.turn(0.4, UP, UP, 0).blow(UP, 4);
    }
    assertNothing(jumps.still(5, UP));
  }

  @Test
  void lyingDownSlowlyIsNoFall() {
    assertNothing(new MadeUpMotion().walk(4).turn(3, UP, ON_THE_BACK, 1).still(8, ON_THE_BACK));
  }

  @Test
  void aTapOnASensorThatLiesOnATableIsNoFall() {
    assertNothing(
        new MadeUpMotion().still(5, ON_THE_BACK).blow(ON_THE_BACK, 5).still(5, ON_THE_BACK));
  }

  /** Seen red with: shaken from 1,000 g up. */
  @Test
  void aSensorShakenInTheHandIsNotWorn() {
    MadeUpMotion motion =
        new MadeUpMotion()
            .still(5, ON_THE_BACK)
            .then(
                1.5,
                t ->
                    new double[] {
                      5 * Math.sin(40 * t), 4 * Math.cos(31 * t), 1 + 5 * Math.sin(25 * t + 1)
                    })
            .still(3, UP)
            .turn(0.6, UP, ON_THE_BACK, 0.4)
            .blow(ON_THE_BACK, 4)
            .still(6, ON_THE_BACK);

    Said said = Said.of(motion.at(RATE_HZ, 5));

    assertThat(said.falls()).isEmpty();
    assertThat(said.all)
        .isNotEmpty()
        .allMatch(finding -> ((ImpactFinding) finding).verdict() == Verdict.NOT_WORN);
    assertThat(said.whys(ImpactJudgement.Kind.NOT_WORN))
        .contains("The sensor was shaken in a hand less than 10 s before.");
  }

  /** Seen red with: turned from 1,000 degrees up. */
  @Test
  void aSensorTurnedAboutInTheHandIsNotWorn() {
    double[] side = {1, 0, 0};
    double[] face = {0, 0, 1};
    Said said =
        Said.of(
            new MadeUpMotion()
                .still(4, ON_THE_BACK)
                .turn(0.6, ON_THE_BACK, side, 0.9)
                .turn(0.6, side, face, 0.9)
                .turn(0.9, face, UP, 0.5)
                .blow(ON_THE_BACK, 4)
                .turn(0.5, ON_THE_BACK, side, 0.9)
                .turn(0.5, side, face, 0.9)
                .still(6, face)
                .at(RATE_HZ, 10));

    assertThat(only(said).verdict()).isEqualTo(Verdict.NOT_WORN);
    assertThat(said.whys(ImpactJudgement.Kind.NOT_WORN))
        .containsExactly("The sensor is turned about more than a body that falls.");
  }

  private static void assertNothing(MadeUpMotion motion) {
    for (int rateHz : new int[] {20, 50, 200}) {
      assertThat(Said.of(motion.at(rateHz, 6)).all).as(rateHz + " Hz").isEmpty();
    }
  }

  private static ImpactFinding only(Said said) {
    assertThat(said.all).hasSize(1);
    return (ImpactFinding) said.all.get(0);
  }
}
