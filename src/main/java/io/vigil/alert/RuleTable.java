package io.vigil.alert;

import io.vigil.settings.DurationKind;
import io.vigil.settings.FlagKind;
import io.vigil.settings.NumberKind;
import io.vigil.settings.Setting;
import io.vigil.settings.Table;
import io.vigil.settings.WholeKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that rules can say. */
final class RuleTable {
  static final String PARTICIPANTS = "participants.*.";

  static final Setting<Integer> VERSION =
      Setting.required(
          "version",
          new WholeKind(1, 1_000_000_000),
          "Raised with every change: only a higher version replaces the rules in force.");

  static final Setting<ZoneId> TIME_ZONE =
      Setting.of("schedule.timeZone", new ZoneKind(), "UTC", "Whose clock the schedule is by.");

  static final Setting<DaySpans> NIGHT =
      Setting.required("schedule.night", new DaySpansKind(), "When participants sleep.");

  static final Setting<DaySpans> REST =
      Setting.optional("schedule.rest", new DaySpansKind(), "When they rest by day.");

  static final Setting<Double> MOVEMENT =
      Setting.required(
          "inactivity.movement",
          new NumberKind(0.005, 0.5),
          "What a half second's standard deviation, in g, must exceed to be movement.");

  static final Setting<Duration> STILL_BY_DAY =
      still("byDay", "How long somebody may be still by day.");
  static final Setting<Duration> STILL_AT_REST = still("atRest", "How long in a time of rest.");
  static final Setting<Duration> STILL_AT_NIGHT = still("atNight", "How long at night.");
  static final Setting<Duration> STILL_AFTER_WALKING =
      still("afterWalking", "How long by day, straight after walking or climbing stairs.");

  static final Setting<Duration> SILENT =
      Setting.required(
          "silence.after",
          new DurationKind(Duration.ofSeconds(10), Duration.ofDays(2)),
          "How long no sample of a sensor may come.");

  static final Setting<Integer> DAYS =
      Setting.required(
          "unusualDay.days",
          new WholeKind(5, UnusualDayState.MOST_DAYS),
          "How many days must be known before one is judged.");

  static final Setting<Double> DEVIATIONS =
      Setting.required(
          "unusualDay.deviations",
          new NumberKind(2, 20),
          "How many robust standard deviations from the median are unusual.");

  static final Setting<Duration> LEAST =
      Setting.required(
          "unusualDay.least",
          new DurationKind(Duration.ofMinutes(10), Duration.ofHours(12)),
          "The least difference from the median that counts.");

  static final Setting<Duration> WORN =
      Setting.required(
          "unusualDay.worn",
          new DurationKind(Duration.ofHours(1), Duration.ofHours(23)),
          "How long a day must have been observed to be judged and remembered.");

  static final Setting<Duration> UNRELIABLE =
      Setting.required(
          "lowConfidence.after",
          new DurationKind(Duration.ofSeconds(10), Duration.ofDays(1)),
          "How long samples may be ones that cannot be relied on.");

  static final Setting<Duration> COUNTDOWN =
      Setting.required(
          "handling.countdown",
          new DurationKind(Duration.ZERO, Duration.ofMinutes(10)),
          "How long the wearer may say \"I'm OK\" before escalation begins; 0 s for no such time.");

  static final Setting<Duration> HOLD =
      Setting.required(
          "handling.hold",
          new DurationKind(Duration.ZERO, Duration.ofHours(12)),
          "How long a cause must stay away before its alert clears itself.");

  static final Setting<Duration> AGAIN =
      Setting.required(
          "handling.again",
          new DurationKind(Duration.ZERO, Duration.ofDays(1)),
          "How long after the occurrence before it an acknowledged alert that recurs counts as new.");

  static final Setting<Duration> DELAYED =
      Setting.required(
          "handling.delayedAfter",
          new DurationKind(Duration.ofSeconds(5), Duration.ofDays(1)),
          "How late something must be found to be marked as delayed.");

  static final Setting<Duration> SNOOZE =
      Setting.required(
          "handling.longestSnooze",
          new DurationKind(Duration.ofMinutes(1), Duration.ofDays(7)),
          "The longest snooze that can be asked for.");

  static final Map<AlertType, Setting<Boolean>> PAUSED = paused();
  static final Map<Severity, Setting<EscalationChain>> ESCALATION = escalation();

  /** What can be said for everybody, and again for one participant. */
  static final List<Setting<?>> COMMON = common();

  static final Table TABLE = new Table("rule", "docs/rules.md", all());

  /** The same rule as it stands among those of one participant. */
  static <T> Setting<T> ofParticipant(Setting<T> rule) {
    return Setting.optional(PARTICIPANTS + rule.path(), rule.kind(), rule.description());
  }

  private static Setting<Duration> still(String name, String description) {
    return Setting.required(
        "inactivity." + name,
        new DurationKind(Duration.ofMinutes(1), Duration.ofDays(1)),
        description);
  }

  private static Map<AlertType, Setting<Boolean>> paused() {
    Map<AlertType, Setting<Boolean>> paused = new EnumMap<>(AlertType.class);
    for (AlertType type : AlertType.values()) {
      paused.put(
          type,
          Setting.of(
              type.title() + ".paused",
              new FlagKind(),
              "false",
              "Whether nothing new of type %s is raised.".formatted(type)));
    }
    return paused;
  }

  private static Map<Severity, Setting<EscalationChain>> escalation() {
    Map<Severity, Setting<EscalationChain>> chains = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      chains.put(
          severity,
          Setting.required(
              "escalation." + severity.name().toLowerCase(Locale.ROOT),
              new EscalationChainKind(),
              "Who is called for alerts of severity %s.".formatted(severity)));
    }
    return chains;
  }

  private static List<Setting<?>> common() {
    List<Setting<?>> common =
        new ArrayList<>(
            List.of(
                TIME_ZONE,
                NIGHT,
                REST,
                MOVEMENT,
                STILL_BY_DAY,
                STILL_AT_REST,
                STILL_AT_NIGHT,
                STILL_AFTER_WALKING,
                SILENT,
                DAYS,
                DEVIATIONS,
                LEAST,
                WORN,
                UNRELIABLE,
                COUNTDOWN,
                HOLD,
                AGAIN,
                DELAYED,
                SNOOZE));
    common.addAll(ESCALATION.values());
    common.addAll(PAUSED.values());
    return common;
  }

  private static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(VERSION);
    all.addAll(COMMON);
    COMMON.forEach(rule -> all.add(ofParticipant(rule)));
    return all;
  }

  private RuleTable() {}
}
