package io.vigil.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One input being taken in: what it may look at, and what it leads to. */
final class Turn {
  /** The most alerts of one participant that are kept open; those active are fewer. */
  static final int MOST_OPEN = 16;

  final AlertState state;
  final Rules rules;
  final long now;
  final boolean replay;
  private final int term;
  private final long leastRevision;
  private final List<Alert> changes = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  Turn(AlertState state, Rules rules, long now, boolean replay, int term, long leastRevision) {
    this.state = state;
    this.rules = rules;
    this.now = now;
    this.replay = replay;
    this.term = term;
    this.leastRevision = leastRevision;
  }

  Outcome outcome() {
    return new Outcome(changes, answers, state.wakeAt());
  }

  void answer(Command command, Answer.Verdict verdict, String reason, long revision) {
    answers.add(
        new Answer(
            command.id(),
            command.participantId(),
            command.alertId(),
            command.kind().word(),
            command.actor(),
            now,
            verdict,
            reason,
            revision,
            term));
  }

  /**
   * Writes a changed alert in its place, with whom its next step calls; one that is cleared and
   * acknowledged is let go.
   */
  Alert write(int place, AlertChange change, String actor, String action, String reason) {
    change.waits = change.waits.calling(nextCalls(change));
    Alert changed = change.done(new Entry(now, actor, action, reason), leastRevision);
    changes.add(changed);
    if (changed.status() == Status.CLEARED_ACK) {
      state.open.remove(place);
    } else {
      state.open.set(place, changed);
    }
    return changed;
  }

  /** Opens an alert; where there are too many, the oldest that is over is let go. */
  void open(Alert alert, String reason) {
    if (state.open.size() >= MOST_OPEN) {
      letGoOfOldest();
    }
    state.open.add(alert);
    write(state.open.size() - 1, new AlertChange(alert), Entry.VIGIL, "raised", reason);
  }

  private void letGoOfOldest() {
    for (int i = 0; i < state.open.size(); i++) {
      Alert alert = state.open.get(i);
      if (!alert.status().active()) {
        String reason =
            "More than "
                + MOST_OPEN
                + " alerts wait to be acknowledged; no answer is expected any more";
        write(i, new AlertChange(alert), Entry.VIGIL, "letGo", reason);
        state.open.remove(i);
        return;
      }
    }
  }

  private String nextCalls(AlertChange change) {
    List<EscalationStep> steps = rules.handling().steps(change.severity);
    int level = change.care.level();
    boolean none = change.waits.escalate() == Alert.NEVER || level >= steps.size();
    return none ? "" : steps.get(level).calls();
  }

  /** When the step of that level is due, if it is due at all. */
  long stepDue(Severity severity, int level, long from) {
    List<EscalationStep> steps = rules.handling().steps(severity);
    return replay || level >= steps.size() ? Alert.NEVER : from + micros(steps.get(level).after());
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
