package io.vigil.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Activities;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Motion has the sizes that were measured at real chests. */
class MotionTest {
  private static final int SECONDS = 120;

  @Property(tries = 30)
  void walkingMovesMuchMoreThanStandingAndSitting(
      @ForAll @LongRange(min = 0, max = 100_000) long seed) {
    Person person = Person.number(1, seed);
    assertThat(spread(Activities.WALKING, person, seed)).isBetween(0.1, 0.45);
    assertThat(spread(Activities.STAIRS, person, seed)).isBetween(0.1, 0.5);
    assertThat(spread(Activities.WORKING_AT_COMPUTER, person, seed)).isBetween(0.0005, 0.04);
    assertThat(spread(Activities.STANDING, person, seed)).isBetween(0.0005, 0.09);
    assertThat(spread(Activities.TALKING_WHILE_STANDING, person, seed)).isBetween(0.0005, 0.09);
  }

  @Property(tries = 20)
  void walkersStepAtTheirOwnCadence(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    Person person = Person.number(1, seed);
    Motion walking = Habits.motion(Activities.WALKING, person, seed);
    double best = 0;
    double strongest = 0;
    for (double hz = 1.2; hz < 2.6; hz += 0.05) {
      double strength = strength(walking, hz);
      best = strength > strongest ? hz : best;
      strongest = Math.max(strength, strongest);
    }
    assertThat(best).isBetween(person.stepsPerSecond() - 0.25, person.stepsPerSecond() + 0.25);
  }

  /** Seen red with: gravity left where it was after the fall. */
  @Property(tries = 50)
  void fallDropsHitsAndLies(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    Day day = new Day(Person.number(1, seed), 600, 20, 300);
    Fall fall =
        day.stretches().stream()
            .filter(s -> s.motion() instanceof Fall)
            .map(s -> (Fall) s.motion())
            .findFirst()
            .orElseThrow();
    double least = 99;
    double most = 0;
    for (double t = fall.impact() - 0.5; t < fall.impact() + 0.5; t += 0.005) {
      least = Math.min(least, day.at(t).length());
      most = Math.max(most, day.at(t).length());
    }
    assertThat(least).isLessThan(0.6);
    assertThat(most).isBetween(2.0, 4.0);
    // Across the body: less than cos 60° of gravity is left along it.
    assertThat(Math.abs(day.at(fall.impact() + 5).y())).isLessThan(0.5);
    if (fall.getsUp()) {
      double up = fall.upSeconds() + Fall.GETTING_UP_SECONDS + 2;
      assertThat(day.at(Math.min(up, 599)).y()).isGreaterThan(0.3);
    }
  }

  /** Seen red with: a knock too soft for a sensor of low gain. */
  @Property(tries = 1000)
  void sensorStaysBetweenItsRails(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    Person person = Person.number(1, seed);
    Motion wild = new PuttingOn(0.5, seed);
    Batch batch = new Sensor(person).record(wild, 0, 0, "");
    assertThat(batch.x()).hasSize(Batch.RATE_HZ);
    for (int[] axis : new int[][] {batch.x(), batch.y(), batch.z()}) {
      assertThat(Arrays.stream(axis)).allMatch(count -> count >= 0 && count <= 4095);
    }
    assertThat(batch.x()).contains(4095);
  }

  private static double spread(String activity, Person person, long seed) {
    Motion motion = Habits.motion(activity, person, seed);
    double spread = 0;
    Random random = new Random(seed);
    // The median would do as well; the mean of 2 s windows lets every burst count.
    for (int window = 0; window < SECONDS / 2; window++) {
      double sum = 0;
      double squares = 0;
      double start = window * 2 + random.nextDouble();
      for (int i = 0; i < 100; i++) {
        double y = motion.at(start + i / 50.0).y();
        sum += y;
        squares += y * y;
      }
      spread += Math.sqrt(Math.max(0, squares / 100 - sum * sum / 10_000));
    }
    return spread / (SECONDS / 2);
  }

  private static double strength(Motion motion, double hz) {
    double total = 0;
    for (int window = 0; window < 20; window++) {
      double cosine = 0;
      double sine = 0;
      for (int i = 0; i < 250; i++) {
        double t = window * 5 + i / 50.0;
        double y = motion.at(t).y() - 1;
        cosine += y * Math.cos(2 * Math.PI * hz * t);
        sine += y * Math.sin(2 * Math.PI * hz * t);
      }
      total += Math.hypot(cosine, sine);
    }
    return total;
  }
}
