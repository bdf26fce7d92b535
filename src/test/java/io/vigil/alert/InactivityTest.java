package io.vigil.alert;

import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.HOUR;
import static io.vigil.alert.Told.MINUTE;
import static io.vigil.alert.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.sensor.SampleBatch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InactivityTest {

  /** Seen red with: sway compared with the noise of one sample. */
  @ParameterizedTest
  @ValueSource(ints = {20, 50, 52, 200})
  void aPersonWhoLiesStillIsFoundAtAnyRate(int rateHz) {
    Signals signals =
        new Signals(new Random(3), rateHz).lying(60).walking(5).lying(40 * 60).walking(60);

    List<Incident> seen = inactivity(Signals.seen(signals));

    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    Incident began = seen.get(0);
    assertThat(began.severity()).isEqualTo(Severity.MAJOR);
    assertThat(began.key().start()).isCloseTo(BEGINNING + 65 * SECOND, within(5 * SECOND));
    assertThat(began.detected()).isCloseTo(began.key().start() + 30 * MINUTE, within(SECOND));
    assertThat(began.evidence().sentence())
        .isEqualTo("No movement for 30 min; the sensor is worn.");
    assertThat(seen.get(1).evidence().sentence()).isEqualTo("Moves again after 40 min.");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 52, 200})
  void aSensorOnATableIsSaidNotToBeWorn(int rateHz) {
    Signals signals = new Signals(new Random(4), rateHz).walking(60).table(40 * 60);

    List<Incident> seen = inactivity(Signals.seen(signals));

    assertThat(seen).extracting(Incident::severity).isNotEmpty().containsOnly(Severity.MINOR);
    assertThat(seen.get(0).evidence().sentence()).contains("seems not to be worn");
    assertThat(seen.get(0).evidence().measures()).contains(new Measure("worn", 0));
  }

  @Test
  void aSignalThatNeverChangesIsNotHeldForAPerson() {
    List<Incident> seen =
        inactivity(Signals.seen(Signals.of(1).walking(60).flat(90 * 60, 0, 0.9, 0.4)));

    assertThat(seen).extracting(Incident::severity).containsOnly(Severity.INDETERMINATE);
  }

  @Test
  void whoStopsDeadIsLookedForEarlier() {
    Incident walked = inactivity(Signals.seen(Signals.of(1).walking(60).lying(40 * 60))).get(0);

    assertThat(walked.detected() - walked.key().start()).isCloseTo(15 * MINUTE, within(SECOND));
  }

  @Test
  void twiceTheTimeIsWorse() {
    List<Incident> seen = inactivity(Signals.seen(Signals.of(1).lying(70 * 60)));

    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.GOES_ON);
    assertThat(seen.get(1).severity()).isEqualTo(Severity.CRITICAL);
  }

  /**
   * Half of the night's limit has passed at its end; half of the day's is left. Seen red with: the
   * limit of the day at night.
   */
  @Test
  void timeUnderEachLimitCountsByItsShare() {
    Rules rules =
        RuleSet.read(
                "r", RuleSet.shipped().text().replace("night: 22:00-07:00", "night: 22:00-09:45"))
            .forParticipant("p1");
    Incident began = inactivity(Signals.seen(Signals.of(1).lying(80 * 60).samples(), rules)).get(0);

    assertThat(began.detected()).isCloseTo(BEGINNING + HOUR, within(10 * SECOND));
  }

  @Test
  void oneWrongSampleIsNoMovementAndTurningOverIs() {
    SampleBatch samples = Signals.of(1).lying(40 * 60).samples();
    for (int i = 500; i < samples.size(); i += 5_000) {
      samples.z()[i] = 12 * 2048;
    }
    assertThat(inactivity(Signals.seen(samples, Told.RULES))).hasSize(1);

    Signals turning = Signals.of(2);
    for (int i = 0; i < 4; i++) {
      turning.lying(15 * 60).lyingOnTheSide(15 * 60);
    }
    assertThat(inactivity(Signals.seen(turning))).isEmpty();
  }

  @Test
  void aShortPauseOfTheRadioIsNoMovementButDoesNotCount() {
    Incident began =
        inactivity(Signals.seen(Signals.of(1).lying(20 * 60).gap(4 * 60).lying(20 * 60))).get(0);

    assertThat(began.detected()).isCloseTo(BEGINNING + 34 * MINUTE, within(5 * SECOND));
    assertThat(inactivity(Signals.seen(Signals.of(1).lying(20 * 60).gap(6 * 60).lying(20 * 60))))
        .isEmpty();
  }

  private static List<Incident> inactivity(List<Incident> seen) {
    return seen.stream().filter(one -> one.key().type() == AlertType.INACTIVITY).toList();
  }
}
