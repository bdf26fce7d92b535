package io.vigil.alert;

import io.vigil.activity.ModelRef;
import java.util.ArrayList;
import java.util.List;

/**
 * One participant's life cycle, told in words: what comes in, and what was written and answered.
 */
final class Told {
  static final long SECOND = 1_000_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long BEGINNING = 1_767_603_600 * SECOND;
  static final Rules RULES = RuleSet.shipped().forParticipant("p1");
  static final ModelRef MODEL = new ModelRef("fall", 3, "ab12");

  final AlertState state = new AlertState();
  final List<Alert> written = new ArrayList<>();
  final List<Answer> answers = new ArrayList<>();
  Rules rules = RULES;
  long wakeAt = Alert.NEVER;
  private final AlertLifecycle lifecycle;
  private int commands;

  Told(AlertLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** A live job that was never restarted. */
  static Told live() {
    return new Told(new AlertLifecycle(false, 0));
  }

  /** The same participant after the job was restarted. */
  Told afterRestart(int term) {
    Told next = new Told(new AlertLifecycle(false, term));
    next.state.open = new ArrayList<>(state.open);
    next.state.seen = new ArrayList<>(state.seen);
    next.state.commands = new ArrayList<>(state.commands);
    next.state.held = new ArrayList<>(state.held);
    next.state.term = state.term;
    next.commands = commands;
    return next;
  }

  /** Somebody else whom the same task watches. */
  Told somebodyElse() {
    return new Told(lifecycle);
  }

  Told take(Input input, long now) {
    Outcome outcome = lifecycle.apply(state, input, rules, now);
    written.addAll(outcome.changes());
    answers.addAll(outcome.answers());
    wakeAt = outcome.wakeAt();
    return this;
  }

  /** Something is seen as it happens. */
  Told see(AlertType type, Phase phase, Severity severity, long start, long now) {
    return take(incident(type, phase, severity, start, now), now);
  }

  Told fall(long at) {
    return see(AlertType.FALL, Phase.BEGAN, Severity.MAJOR, at, at);
  }

  /** Somebody answers the newest alert. */
  Answer say(CommandKind kind, long now) {
    take(command("c" + commands++, newest().id(), kind, now), now);
    return answers.get(answers.size() - 1);
  }

  Told pass(long now) {
    return take(new TimePassed(), now);
  }

  Alert newest() {
    return written.get(written.size() - 1);
  }

  static Incident incident(
      AlertType type, Phase phase, Severity severity, long start, long detected) {
    return new Incident(
        new AlertKey("p1", type, start),
        phase,
        detected,
        severity,
        Evidence.of(type + " " + phase + " " + severity, new Measure("peakG", 3.25)),
        RULES.ref(type),
        MODEL);
  }

  static Command command(String id, String alertId, CommandKind kind, long now) {
    String text =
        switch (kind) {
          case ASSIGN -> "Bea";
          case COMMENT -> "on my way";
          default -> "";
        };
    long until = kind == CommandKind.SNOOZE ? now + HOUR : Alert.NEVER;
    return new Command(id, "p1", alertId, kind, "ann", now, text, until);
  }
}
