package io.vigil.alert;

/** What is due by now: clearing, the end of a snooze, the next step of escalation. */
final class TimeStep {

  static void apply(Turn turn) {
    CommandStep.applyHeld(turn);
    for (int place = turn.state.open.size() - 1; place >= 0; place--) {
      Alert alert = turn.state.open.get(place);
      while (alert.status() != Status.CLEARED_ACK && Waits.due(alert.waits().next(), turn.now)) {
        alert = next(turn, place, alert);
      }
    }
  }

  private static Alert next(Turn turn, int place, Alert alert) {
    AlertChange change = new AlertChange(alert);
    if (Waits.due(alert.waits().clear(), turn.now)) {
      change.clear(turn.now);
      return turn.write(place, change, Entry.VIGIL, "cleared", "Its cause has stayed away");
    }
    if (Waits.due(alert.waits().snoozedUntil(), turn.now)) {
      change.snoozeUntil(Alert.NEVER);
      if (alert.status() == Status.ACTIVE_UNACK) {
        change.escalateAt(turn.stepDue(alert.severity(), alert.care().level(), turn.now));
      }
      return turn.write(place, change, Entry.VIGIL, "snoozeEnded", "It is still active");
    }
    int level = alert.care().level();
    String calls =
        turn.rules.handling().steps(alert.severity()).size() > level
            ? turn.rules.handling().steps(alert.severity()).get(level).calls()
            : "";
    if (calls.isEmpty()) {
      change.escalateAt(Alert.NEVER);
      return turn.write(
          place,
          change,
          Entry.VIGIL,
          "escalationEnded",
          "The rules no longer have a step " + (level + 1));
    }
    change.care =
        new Care(alert.care().acknowledgedBy(), alert.care().assignee(), level + 1, calls);
    change.escalateAt(turn.stepDue(alert.severity(), level + 1, turn.now));
    return turn.write(
        place, change, Entry.VIGIL, "escalated", "Nobody has acknowledged it: calls " + calls);
  }

  private TimeStep() {}
}
