package io.vigil.alert;

/**
 * Nobody watches over the participant any more. Operators' alerts are let go, since what raised
 * them is over and nobody may be left to acknowledge them; those about the person stay until
 * somebody answers.
 */
final class GoneStep {
  private static final String WHY =
      "Nothing has come of this participant for so long that they are watched no more, until samples come again";

  static void apply(Turn turn) {
    for (int place = turn.state.open.size() - 1; place >= 0; place--) {
      Alert alert = turn.state.open.get(place);
      if (alert.key().type().technical()) {
        AlertChange change = new AlertChange(alert);
        if (!change.status.acknowledged()) {
          change.acknowledge(Entry.VIGIL, turn.now);
        }
        if (change.status.active()) {
          change.clear(turn.now);
        }
        turn.write(place, change, Entry.VIGIL, "letGo", WHY);
      }
    }
  }

  private GoneStep() {}
}
