package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetTest {
  private static final String SHIPPED = RuleSet.shipped().text();

  @Test
  void theShippedRulesAreRead() {
    Rules rules = RuleSet.shipped().forParticipant("anybody");

    assertThat(rules.version()).isEqualTo(1);
    assertThat(rules.paused()).isEmpty();
    assertThat(rules.inactivity().byDay()).isEqualTo(Duration.ofMinutes(30));
    assertThat(rules.handling().steps(Severity.CRITICAL))
        .containsExactly(
            new EscalationStep(Duration.ZERO, "caregiver"),
            new EscalationStep(Duration.ofMinutes(1), "family"),
            new EscalationStep(Duration.ofMinutes(3), "emergency"));
    assertThat(rules.handling().steps(Severity.WARNING)).isEmpty();
  }

  /** Seen red with: an override looked up under the path of everybody. */
  @Test
  void aParticipantsOwnRulesHoldForThemAlone() {
    RuleSet rules =
        RuleSet.read(
            "rules.yaml",
            SHIPPED
                + """
                participants:
                  anna.b:
                    inactivity: {byDay: 1 h}
                    fall: {paused: true}
                  carl:
                    schedule: {timeZone: Europe/Berlin, night: [23:00-01:00, 03:00-05:00]}
                """);

    assertThat(rules.forParticipant("anna.b").inactivity().byDay()).isEqualTo(Duration.ofHours(1));
    assertThat(rules.forParticipant("anna.b").inactivity().atNight())
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(rules.forParticipant("anna.b").paused(AlertType.FALL)).isTrue();
    assertThat(rules.forParticipant("carl").inactivity().byDay()).isEqualTo(Duration.ofMinutes(30));
    assertThat(rules.forParticipant("carl").paused(AlertType.FALL)).isFalse();
    assertThat(rules.forParticipant("carl").schedule().night().spans()).hasSize(2);
  }

  /** Seen red with: the instant's time in UTC. */
  @ParameterizedTest
  @MethodSource("times")
  void theScheduleIsByTheClockOnTheWall(String instant, PartOfDay expected) {
    Schedule schedule =
        RuleSet.read(
                "rules.yaml",
                SHIPPED
                    .replace("timeZone: UTC", "timeZone: Europe/Berlin")
                    .replace("night: 22:00-07:00", "night: 22:00-07:00\n  rest: 12:30-14:30"))
            .forParticipant("p1")
            .schedule();
    assertThat(schedule.at(micros(instant))).isEqualTo(expected);
  }

  static Stream<Arguments> times() {
    return Stream.of(
        arguments("2026-01-05T21:00:00Z", PartOfDay.NIGHT),
        arguments("2026-01-05T20:59:59Z", PartOfDay.DAY),
        arguments("2026-01-05T11:30:00Z", PartOfDay.REST),
        arguments("2026-01-05T13:30:00Z", PartOfDay.DAY),
        // Clocks go forward on 29 March at 2:00 and back on 25 October at 3:00.
        arguments("2026-03-28T05:30:00Z", PartOfDay.NIGHT),
        arguments("2026-03-29T05:30:00Z", PartOfDay.DAY),
        arguments("2026-10-24T05:30:00Z", PartOfDay.DAY),
        arguments("2026-10-25T05:30:00Z", PartOfDay.NIGHT));
  }

  @Test
  void aDayOfTheScheduleIsAsLongAsTheClockMakesIt() {
    Schedule schedule = new Schedule(ZoneId.of("Europe/Berlin"), DaySpans.NONE, DaySpans.NONE);
    long noon = micros("2026-03-29T10:00:00Z");

    long start = schedule.startOf(schedule.dateAt(noon));
    long next = schedule.startOf(schedule.dateAt(noon).plusDays(1));
    assertThat(next - start).isEqualTo(Duration.ofHours(23).toNanos() / 1000);
  }

  @Test
  void onlyAHigherVersionReplacesRules() {
    RuleSet first = RuleSet.shipped();
    RuleSet changed = RuleSet.read("r", SHIPPED.replace("byDay: 30 min", "byDay: 40 min"));
    RuleSet second = RuleSet.read("r", changed.text().replace("version: 1", "version: 2"));

    assertThat(second.refusalAfter(first)).isEmpty();
    assertThat(first.refusalAfter(first)).isEmpty();
    assertThat(changed.refusalAfter(first))
        .contains(
            "Rules of version 1 came, expected a version above 1; those of version 1 stay in force");
    assertThat(first.refusalAfter(second)).isPresent();
    assertThat(List.of(first.sha256(), second.sha256())).doesNotHaveDuplicates();
    assertThat(first.sha256()).matches("[0-9a-f]{64}");
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }
}
