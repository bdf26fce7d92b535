package io.vigil.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a command does to the alert it names, or why it is refused. */
final class CommandStep {
  static final int LONGEST_TEXT = 500;

  static void apply(Turn turn, Command command) {
    int place = turn.state.placeOf(command.alertId());
    if (command.actor().isBlank()) {
      refuse(turn, command, "It says not who gives it; expected an actor. Nothing is changed", 0);
    } else if (turn.state.commands.contains(command.id())) {
      turn.answer(
          command,
          Answer.Verdict.REPEATED,
          "It was taken in before",
          place < 0 ? 0 : turn.state.open.get(place).revision());
    } else if (place < 0) {
      refuse(turn, command, unknown(command), 0);
    } else {
      turn.state.see(command);
      apply(turn, command, place);
    }
  }

  /** Waits for the alert where there is none yet; of too many that wait the oldest is refused. */
  static void applyOrHold(Turn turn, HeldCommand early) {
    Command command = early.command();
    if (command.actor().isBlank()
        || turn.state.placeOf(command.alertId()) >= 0
        || turn.state.commands.contains(command.id())) {
      apply(turn, command);
      return;
    }
    List<HeldCommand> held = turn.state.held;
    if (held.stream().noneMatch(one -> one.command().id().equals(command.id()))) {
      held.add(early);
    }
    if (held.size() > AlertState.MOST_HELD) {
      apply(turn, held.remove(0).command());
    }
  }

  /** Applies what waited for an alert that there is now, and refuses what waited long enough. */
  static void applyHeld(Turn turn) {
    for (HeldCommand one : List.copyOf(turn.state.held)) {
      boolean raised = turn.state.placeOf(one.command().alertId()) >= 0;
      if (raised || Waits.due(one.until(), turn.now)) {
        turn.state.held.remove(one);
        apply(turn, one.command());
      }
    }
  }

  private static void apply(Turn turn, Command command, int place) {
    Alert alert = turn.state.open.get(place);
    AlertChange change = new AlertChange(alert);
    String refusal = follow(turn, change, command);
    if (!refusal.isEmpty()) {
      refuse(turn, command, refusal, alert.revision());
      return;
    }
    Alert changed =
        turn.write(place, change, command.actor(), command.kind().action(), reason(command));
    turn.answer(command, Answer.Verdict.FOLLOWED, "", changed.revision());
  }

  private static String unknown(Command command) {
    return "No open alert of this participant has the id '%s': it was never raised, or is cleared and acknowledged. Nothing is changed"
        .formatted(command.alertId());
  }

  /** Answers with why not, or the empty string. */
  private static String follow(Turn turn, AlertChange change, Command command) {
    boolean active = change.status.active();
    boolean seen = change.status.acknowledged();
    if (command.text().length() > LONGEST_TEXT) {
      return "Its text has %d characters, expected at most %d. Nothing is changed"
          .formatted(command.text().length(), LONGEST_TEXT);
    }
    switch (command.kind()) {
      case ACK -> {
        if (seen) {
          return "The alert is acknowledged already, by " + change.care.acknowledgedBy();
        }
        change.acknowledge(command.actor(), turn.now);
      }
      case UNACK -> {
        if (change.status != Status.ACTIVE_ACK) {
          return "The alert is %s, expected %s".formatted(change.status, Status.ACTIVE_ACK);
        }
        change.beginEscalation(turn);
      }
      case CLEAR, RESOLVE -> {
        if (!active && command.kind() == CommandKind.CLEAR) {
          return "The alert is cleared already; only its acknowledgement is awaited";
        }
        if (!seen && command.kind() == CommandKind.RESOLVE) {
          change.acknowledge(command.actor(), turn.now);
        }
        if (active) {
          change.clear(turn.now);
        }
      }
      case ASSIGN -> {
        if (command.text().isBlank()) {
          return "It names nobody to assign the alert to; expected a name as its text";
        }
        change.care =
            new Care(
                change.care.acknowledgedBy(),
                command.text().strip(),
                change.care.level(),
                change.care.calls());
      }
      case COMMENT -> {
        if (command.text().isBlank()) {
          return "The comment is empty";
        }
      }
      case SNOOZE -> {
        return snooze(turn, change, command, active);
      }
      case IM_OK -> {
        if (!active) {
          return "The alert is cleared already";
        }
        if (change.waits.okUntil() != Alert.NEVER && turn.now < change.waits.okUntil()) {
          change.clear(turn.now);
        }
      }
    }
    return "";
  }

  private static String snooze(Turn turn, AlertChange change, Command command, boolean active) {
    if (!active) {
      return "The alert is cleared, nothing is left to snooze";
    }
    long latest = turn.now + Turn.micros(turn.rules.handling().longestSnooze());
    if (command.until() == Alert.NEVER || command.until() <= turn.now || command.until() > latest) {
      return "Its end is %s, expected one after %s and at most %s"
          .formatted(time(command.until()), time(turn.now), time(latest));
    }
    change.escalateAt(Alert.NEVER);
    change.snoozeUntil(command.until());
    return "";
  }

  private static String reason(Command command) {
    return switch (command.kind()) {
      case SNOOZE -> ("until " + time(command.until()) + " " + command.text()).strip();
      default -> command.text();
    };
  }

  private static String time(long micros) {
    return micros == Alert.NEVER
        ? "missing"
        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static void refuse(Turn turn, Command command, String reason, long revision) {
    turn.answer(command, Answer.Verdict.REFUSED, reason, revision);
  }

  private CommandStep() {}
}
