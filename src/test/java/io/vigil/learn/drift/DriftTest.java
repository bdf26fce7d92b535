package io.vigil.learn.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drift is found where it was put, and nowhere else. */
class DriftTest {
  private static final UnaryOperator<double[]> AS_IT_IS = UnaryOperator.identity();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void otherPeopleWithoutAFaultAreNoDrift(long seed) {
    assertThat(Crowd.judged(Crowd.total(seed, 10, 0, AS_IT_IS))).isEmpty();
    assertThat(Crowd.judged(Crowd.total(seed, 1, 0, AS_IT_IS))).isEmpty();
  }

  // Seen red with: expected counts taken from the windows seen.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sensorsTurnedOnHalfThePeopleAre(long seed) {
    DayTotal total = Crowd.total(seed, 10, 5, Crowd::turned);
    DriftFinding finding = Crowd.judged(total).orElseThrow();
    assertThat(finding.participantId()).isEmpty();
    assertThat(finding.phase()).isEqualTo(DriftFinding.Phase.BEGAN);
    assertThat(finding.sentence()).contains("small:0", "stability index", "10 participants");
    assertThat(finding.figures()).extracting(DriftFinding.Figure::name).contains("windows");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sensorsThatShowTooMuchOnHalfThePeopleAre(long seed) {
    assertThat(Crowd.judged(Crowd.total(seed, 10, 5, Crowd::offAndLouder))).isPresent();
  }

  // Seen red with: features held against all training windows, whatever was said of them.
  @Test
  void whoSitsMoreThanTheTrainingPeopleHasTheSameFeaturesBySitting() {
    References references = Crowd.references();
    List<DayProfile> parts = new ArrayList<>();
    for (int p = 0; p < 6; p++) {
      DayState state = new DayState();
      DayWatch watch = new DayWatch(references, parts::add, finding -> {});
      String person = "n" + p;
      Crowd.day(3, person, 0, AS_IT_IS).stream()
          .filter(window -> window.prediction().label().equals("WorkingAtComputer"))
          .forEach(window -> watch.add(state, window));
      watch.close(state, person);
    }
    DayTotal total =
        parts.stream().skip(1).reduce(DayTotal.of(parts.get(0)), DayTotal::and, (a, b) -> a);
    assertThat(total.health().drifted())
        .extracting(DayHealth.Stability::name)
        .containsExactly(Spread.SAID);
  }

  @Test
  void aFewWindowsAreNeverDrift() {
    References references = Crowd.references();
    List<DayProfile> parts = new ArrayList<>();
    DayState state = new DayState();
    DayWatch watch = new DayWatch(references, parts::add, finding -> {});
    Crowd.day(1, "n1", 0, Crowd::turned).stream()
        .limit(DayWatch.LEAST_WINDOWS - 1)
        .forEach(window -> watch.add(state, window));
    watch.close(state, "n1");
    assertThat(Crowd.judged(DayTotal.of(parts.get(0)))).isEmpty();
  }

  @Test
  void itEndsOnTheFirstDayThatIsAsInTraining() {
    Population population = new Population();
    PopulationState state = new PopulationState();
    DayHealth bad = Crowd.total(1, 10, 5, Crowd::turned).health();
    DayHealth good = Crowd.total(1, 10, 0, AS_IT_IS).health();
    assertThat(List.of(bad, bad, good))
        .extracting(day -> population.judge(state, day).orElseThrow().phase())
        .containsExactly(
            DriftFinding.Phase.BEGAN, DriftFinding.Phase.GOES_ON, DriftFinding.Phase.ENDED);
    assertThat(population.judge(state, good)).isEmpty();
  }

  // Seen red with: the day's surprise not cleared at its end.
  @Test
  void onePersonsTurnedSensorIsFoundAgainstTheirOwnDays() {
    List<DriftFinding> findings = new ArrayList<>();
    List<DayProfile> days = new ArrayList<>();
    DayState state = new DayState();
    DayWatch watch = new DayWatch(Crowd.references(), days::add, findings::add);
    for (int day = 0; day < 20; day++) {
      boolean turned = day >= 10 && day < 15;
      Crowd.day(day, "n1", day, turned ? Crowd::turned : AS_IT_IS)
          .forEach(window -> watch.add(state, window));
    }
    watch.close(state, "n1");
    DriftFinding first = findings.get(0);
    DriftFinding last = findings.get(findings.size() - 1);
    long firstDay = days.get(0).day();
    assertThat(first.phase()).isEqualTo(DriftFinding.Phase.BEGAN);
    assertThat(first.start() / DayWatch.DAY - firstDay).isBetween(10L, 14L);
    assertThat(last.phase()).isEqualTo(DriftFinding.Phase.ENDED);
    assertThat(last.detected() / DayWatch.DAY - firstDay).isEqualTo(16);
    assertThat(findings).extracting(DriftFinding::participantId).containsOnly("n1");
    assertThat(findings).extracting(DriftFinding::start).containsOnly(first.start());
    assertThat(days).hasSize(20);
    assertThat(days.stream().filter(DayProfile::changed)).hasSize(findings.size() - 1);
  }

  @Test
  void partsAddUpInWhicheverOrder() {
    DayTotal forth = Crowd.total(4, 5, 2, Crowd::turned);
    List<DayProfile> parts = new ArrayList<>();
    for (int p = 4; p >= 0; p--) {
      DayState state = new DayState();
      DayWatch watch = new DayWatch(Crowd.references(), parts::add, finding -> {});
      Crowd.day(4, "n" + p, 0, p < 2 ? Crowd::turned : AS_IT_IS)
          .forEach(window -> watch.add(state, window));
      watch.close(state, "n" + p);
    }
    DayTotal back =
        parts.stream().skip(1).reduce(DayTotal.of(parts.get(0)), DayTotal::and, (a, b) -> a);
    assertThat(back.health()).isEqualTo(forth.health());
  }
}
