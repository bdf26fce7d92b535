package io.vigil.alert;

import io.vigil.settings.Reading;
import io.vigil.settings.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the rules of one participant together: what is said for them alone, and else for all. */
final class RuleAssembly {
  private final Reading reading;
  private final String participant;

  /**
   * @param participant whose, or the empty string for everybody without rules of their own
   */
  RuleAssembly(Reading reading, String participant) {
    this.reading = reading;
    this.participant = participant;
  }

  Rules rules() {
    return new Rules(
        reading.values().get(RuleTable.VERSION),
        paused(),
        new Schedule(
            get(RuleTable.TIME_ZONE),
            get(RuleTable.NIGHT),
            find(RuleTable.REST).orElse(DaySpans.NONE)),
        new Rules.Inactivity(
            get(RuleTable.MOVEMENT),
            get(RuleTable.STILL_BY_DAY),
            get(RuleTable.STILL_AT_REST),
            get(RuleTable.STILL_AT_NIGHT),
            get(RuleTable.STILL_AFTER_WALKING)),
        new Rules.Silence(get(RuleTable.SILENT)),
        new Rules.UnusualDay(
            get(RuleTable.DAYS),
            get(RuleTable.DEVIATIONS),
            get(RuleTable.LEAST),
            get(RuleTable.WORN)),
        new Rules.Signal(get(RuleTable.UNRELIABLE)),
        new Handling(
            get(RuleTable.COUNTDOWN),
            get(RuleTable.HOLD),
            get(RuleTable.AGAIN),
            get(RuleTable.DELAYED),
            get(RuleTable.SNOOZE),
            escalation()));
  }

  /** Remembers what cannot be together. */
  void check() {
    DaySpans night = get(RuleTable.NIGHT);
    DaySpans rest = find(RuleTable.REST).orElse(DaySpans.NONE);
    for (DaySpan one : rest.spans()) {
      for (DaySpan other : night.spans()) {
        if (one.overlaps(other)) {
          overlap(one, other);
        }
      }
    }
    if (get(RuleTable.STILL_AFTER_WALKING).compareTo(get(RuleTable.STILL_BY_DAY)) > 0) {
      String walking = path(RuleTable.STILL_AFTER_WALKING);
      String day = path(RuleTable.STILL_BY_DAY);
      if (isOwn(RuleTable.STILL_BY_DAY) && !isOwn(RuleTable.STILL_AFTER_WALKING)) {
        reading.problem(day, day + " is shorter than " + walking + "; expected at least that");
      } else {
        reading.problem(walking, walking + " is longer than " + day + "; expected at most that");
      }
    }
  }

  /** Told of the rule that is the participant's own: the other one may be right for the rest. */
  private void overlap(DaySpan rest, DaySpan night) {
    boolean ofNight = isOwn(RuleTable.NIGHT) && !isOwn(RuleTable.REST);
    String path = path(ofNight ? RuleTable.NIGHT : RuleTable.REST);
    reading.problem(
        path,
        "%s: the span %s overlaps the span %s of %s; expected each minute in one of them only"
            .formatted(
                path,
                ofNight ? night : rest,
                ofNight ? rest : night,
                path(ofNight ? RuleTable.REST : RuleTable.NIGHT)));
  }

  private boolean isOwn(Setting<?> rule) {
    return !participant.isEmpty()
        && reading.values().find(RuleTable.ofParticipant(rule), participant).isPresent();
  }

  private String path(Setting<?> rule) {
    return isOwn(rule) ? RuleTable.ofParticipant(rule).path(participant) : rule.path();
  }

  private Set<AlertType> paused() {
    return RuleTable.PAUSED.entrySet().stream()
        .filter(rule -> get(rule.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<Severity, List<EscalationStep>> escalation() {
    Map<Severity, List<EscalationStep>> chains = new EnumMap<>(Severity.class);
    RuleTable.ESCALATION.forEach((severity, rule) -> chains.put(severity, get(rule).steps()));
    return chains;
  }

  private <T> T get(Setting<T> rule) {
    return find(rule).orElseThrow();
  }

  private <T> Optional<T> find(Setting<T> rule) {
    if (!participant.isEmpty()) {
      Optional<T> own = reading.values().find(RuleTable.ofParticipant(rule), participant);
      if (own.isPresent()) {
        return own;
      }
    }
    return reading.values().find(rule);
  }
}
