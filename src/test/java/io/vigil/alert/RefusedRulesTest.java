package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vigil.settings.RefusedSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way for rules to be wrong, and that the message says where, what and what is allowed. */
class RefusedRulesTest {
  private static final String SHIPPED = RuleSet.shipped().text();

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhereAndWhatAndWhatIsAllowed(String replaced, String by, String message) {
    assertThat(SHIPPED).contains(replaced);
    String text = SHIPPED.replace(replaced, by);

    RefusedSettings refused =
        catchThrowableOfType(RefusedSettings.class, () -> RuleSet.read("rules.yaml", text));

    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).startsWith("rules.yaml line ").contains(message);
    assertThat(refused.getMessage().lines()).hasSize(1);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        // A threshold that is missing or absurd.
        arguments(
            "  after: 10 min", "  paused: false", "silence.after is missing; expected a duration"),
        arguments(
            "byDay: 30 min",
            "byDay: 30 s",
            "inactivity.byDay: '30 s' is out of range; expected a duration (units d, h, min, s, ms) from 1 min to 1 d"),
        arguments("byDay: 30 min", "byDay: 30", "inactivity.byDay: '30' has no unit"),
        arguments(
            "movement: 0.03",
            "movement: -1",
            "inactivity.movement: '-1' is out of range; expected a number from 0.005 to 0.5"),
        arguments("movement: 0.03", "movement: much", "inactivity.movement: 'much' is no number"),
        arguments("movement: 0.03", "movement: .nan", "inactivity.movement: '.nan' is no number"),
        arguments(
            "movement: 0.03", "movement: 1e999", "inactivity.movement: '1e999' is out of range"),
        arguments("movement: 0.03", "movement:", "inactivity.movement"),
        arguments("days: 14", "days: 14.5", "unusualDay.days: '14.5' is no whole number"),
        arguments("countdown: 30 s", "countdown: -30 s", "handling.countdown: '-30 s'"),
        arguments("deviations: 4", "deviations: 0", "unusualDay.deviations: '0' is out of range"),
        arguments("days: 14", "days: 1000", "unusualDay.days: '1000' is out of range"),
        arguments(
            "afterWalking: 15 min",
            "afterWalking: 2 h",
            "inactivity.afterWalking is longer than inactivity.byDay; expected at most that"),
        arguments("version: 1", "# no version", "version is missing; expected a whole number"),
        // An unknown type or field.
        arguments(
            "silence:",
            "silense:\n  after: 10 min\nsilence:",
            "silense is not a rule; did you mean silence?"),
        arguments(
            "handling:",
            "participants:\n  anna:\n    inactivity: {byday: 1 h}\nhandling:",
            "participants.anna.inactivity.byday is not a rule; did you mean participants.anna.inactivity.byDay?"),
        arguments(
            "handling:",
            "participants:\n  anna:\n    version: 4\nhandling:",
            "participants.anna.version is not a rule"),
        // Schedules.
        arguments(
            "night: 22:00-07:00",
            "night: [22:00-06:00, 05:00-07:00]",
            "schedule.night: '[22:00-06:00, 05:00-07:00]' has spans that overlap, 22:00-06:00 and 05:00-07:00"),
        arguments(
            "night: 22:00-07:00",
            "night: 22:00-07:00\n  rest: 06:00-08:00",
            "schedule.rest: the span 06:00-08:00 overlaps the span 22:00-07:00 of schedule.night"),
        arguments(
            "night: 22:00-07:00",
            "night: [22:00-07:00, 22:00-07:00]",
            "schedule.night: '[22:00-07:00, 22:00-07:00]' has spans that overlap"),
        arguments(
            "night: 22:00-07:00",
            "night: 22:00-07:00\n  rest: [13:00-14:00, 13:00-14:00]",
            "schedule.rest: '[13:00-14:00, 13:00-14:00]' has spans that overlap"),
        arguments(
            "handling:",
            "participants:\n  anna:\n    schedule: {rest: 13:00-14:00, night: 12:00-20:00}\nhandling:",
            "participants.anna.schedule.rest: the span 13:00-14:00 overlaps the span 12:00-20:00 of participants.anna.schedule.night"),
        arguments(
            "night: 22:00-07:00",
            "night: 22:00-07:00\n  rest: 13:00-14:00\nparticipants:\n  anna:\n    schedule: {night: 12:00-20:00}",
            "participants.anna.schedule.night: the span 12:00-20:00 overlaps the span 13:00-14:00 of schedule.rest"),
        arguments(
            "night: 22:00-07:00",
            "night: 22:00-07:00\nparticipants:\n  anna:\n    inactivity: {byDay: 10 min}",
            "participants.anna.inactivity.byDay is shorter than inactivity.afterWalking; expected at least that"),
        arguments(
            "handling:",
            "participants:\n  anna:\n    schedule: {rest: 23:00-23:30}\nhandling:",
            "participants.anna.schedule.rest: the span 23:00-23:30 overlaps"),
        arguments("night: 22:00-07:00", "night: 22:00-22:00", "begins and ends at the same time"),
        arguments("night: 22:00-07:00", "night: 25:00-07:00", "has a time that is on no clock"),
        arguments(
            "timeZone: UTC",
            "timeZone: Mars/Olympus",
            "schedule.timeZone: 'Mars/Olympus' is no time zone"),
        // Escalation.
        arguments(
            "minor: [0 s caregiver]",
            "minor: [caregiver]",
            "escalation.minor: '[caregiver]' has a step of another form, 'caregiver'"),
        arguments(
            "minor: [0 s caregiver]",
            "minor: [3 d caregiver]",
            "has a step '3 d caregiver' whose time is out of range"));
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() {
    String text = "version: 0\nfalling: {}\nsilence: {after: 1 s}\n";
    RefusedSettings refused =
        catchThrowableOfType(RefusedSettings.class, () -> RuleSet.read("rules.yaml", text));

    assertThat(refused.getMessage())
        .contains("rules.yaml line 1: version: '0' is out of range")
        .contains("rules.yaml line 2: falling is not a rule")
        .contains("rules.yaml line 3: silence.after: '1 s' is out of range")
        .contains("inactivity.byDay is missing");
  }

  /** Seen red with: a default of 10 minutes for silence. */
  @Test
  void everyThresholdIsMissedWhereItIsLeftOut() {
    for (String name :
        List.of("movement", "byDay", "atRest", "atNight", "afterWalking", "days", "deviations")) {
      assertThat(refusalWithout("  " + name + ":")).contains("." + name + " is missing");
    }
    for (String name : List.of("least", "worn", "countdown", "hold", "again", "longestSnooze")) {
      assertThat(refusalWithout("  " + name + ":")).contains("." + name + " is missing");
    }
    assertThat(refusalWithout("  after: 10 min")).contains("silence.after is missing");
    assertThat(refusalWithout("  after: 2 min")).contains("lowConfidence.after is missing");
  }

  private static String refusalWithout(String line) {
    String text =
        SHIPPED.lines().filter(one -> !one.startsWith(line)).collect(Collectors.joining("\n"));
    RefusedSettings refused =
        catchThrowableOfType(RefusedSettings.class, () -> RuleSet.read("rules.yaml", text));
    assertThat(refused).as("without %s", line).isNotNull();
    return refused.getMessage();
  }
}
