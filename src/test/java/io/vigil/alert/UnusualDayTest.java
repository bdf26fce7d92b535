package io.vigil.alert;

import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.HOUR;
import static io.vigil.alert.Told.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class UnusualDayTest {
  private static final long FIRST_DAY = BEGINNING - 9 * HOUR;
  private static final ModelRef MODEL = new ModelRef("chest", 1, "aa");

  private final UnusualDay unusualDay = new UnusualDay();
  private final UnusualDayState state = new UnusualDayState();
  private final List<Incident> seen = new ArrayList<>();
  private int day;

  @Example
  void aDayInBedIsUnusualAndTheNextUsualDayEndsIt() {
    usualDays(20);
    spend(30);
    usualDays(2);

    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    Incident began = seen.get(0);
    assertThat(began.key().start()).isEqualTo(FIRST_DAY + 20 * 24 * HOUR);
    assertThat(began.detected()).isGreaterThan(FIRST_DAY + 21 * 24 * HOUR);
    assertThat(began.model()).isEqualTo(MODEL);
    assertThat(began.evidence().sentence())
        .isEqualTo(
            "Walking took 151 min less than usual: 5 % of the observed day, against 30 % on the 20"
                + " days before.");
  }

  @Example
  void withoutEnoughHistoryNothingIsSaid() {
    usualDays(13);
    spend(30);
    usualDays(1);
    assertThat(seen).isEmpty();
  }

  @Example
  void aDayHardlyWornIsNeitherJudgedNorRemembered() {
    usualDays(20);
    window("Standing", 2 * HOUR);
    day++;
    usualDays(1);
    assertThat(seen).isEmpty();
    assertThat(state.days).isEqualTo(20);
  }

  @Example
  void anotherModelsTimesAreNotCompared() {
    usualDays(20);
    unusualDay.add(
        state,
        new Prediction(
            "p1", at(0), at(MINUTE), "Still", 1, new double[0], "", new ModelRef("other", 1, "bb")),
        Told.RULES,
        seen::add);
    assertThat(state.days).isZero();
  }

  /** Whoever varies by a fifth of an hour for a year is never unusual, and is remembered small. */
  @Property(tries = 10)
  void usualDaysAreNeverUnusual(@ForAll Random random) {
    for (int i = 0; i < 365; i++) {
      spend(180 + random.nextInt(25) - 12);
    }
    assertThat(seen).isEmpty();
    assertThat(state.days).isEqualTo(UnusualDayState.MOST_DAYS);
    assertThat(state.minutes).hasSize(2 * UnusualDayState.MOST_DAYS);
  }

  private void usualDays(int count) {
    for (int i = 0; i < count; i++) {
      spend(180 + i % 3);
    }
  }

  /** Ten hours awake, so many minutes of them on the feet. */
  private void spend(int walkingMinutes) {
    window("Walking", walkingMinutes * MINUTE);
    window("Standing", 10 * HOUR - walkingMinutes * MINUTE);
    day++;
  }

  /** A window as long as the activity: windows of any length add up the same. */
  private void window(String activity, long length) {
    long from = Math.max(at(0), state.lastEnd);
    unusualDay.add(
        state,
        new Prediction("p1", from, from + length, activity, 1, new double[0], "", MODEL),
        Told.RULES,
        seen::add);
  }

  private long at(long time) {
    return FIRST_DAY + day * 24 * HOUR + 8 * HOUR + time;
  }
}
