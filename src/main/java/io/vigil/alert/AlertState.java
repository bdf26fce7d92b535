package io.vigil.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one participant's alerts; plain fields, because checkpoints hold it.
 * Without an alert that somebody has to deal with, it is some 40 bytes for each type ever seen.
 */
public final class AlertState {
  static final int MOST_HELD = 16;

  /** An older command that comes again is most often refused: what it asks for is so already. */
  static final int MOST_COMMANDS = 32;

  /** The life of the job in which it was last changed. */
  public int term;

  /** At most one of each type is active; the others wait for an acknowledgement. */
  public List<Alert> open = new ArrayList<>();

  /** One a type. */
  public List<SeenIncident> seen = new ArrayList<>();

  /** The ids of the newest commands about its alerts, at most {@value #MOST_COMMANDS}. */
  public List<String> commands = new ArrayList<>();

  /** Commands whose alert is still to come, at most {@value #MOST_HELD}, the oldest first. */
  public List<HeldCommand> held = new ArrayList<>();

  /** Whether nothing was ever seen, and nothing is held. */
  boolean isEmpty() {
    return open.isEmpty() && seen.isEmpty() && held.isEmpty() && commands.isEmpty();
  }

  /** Whether nobody has to answer anything. */
  boolean isAnswered() {
    return open.isEmpty() && held.isEmpty();
  }

  /** The next moment at which something is to be done, or {@link Alert#NEVER}. */
  long wakeAt() {
    long next = Alert.NEVER;
    for (Alert alert : open) {
      next = Waits.earlier(next, alert.waits().next());
    }
    for (HeldCommand one : held) {
      next = Waits.earlier(next, one.until());
    }
    return next;
  }

  /** The place of the active alert of a type, or -1. */
  int activeOf(AlertType type) {
    for (int i = 0; i < open.size(); i++) {
      Alert alert = open.get(i);
      if (alert.key().type() == type && alert.status().active()) {
        return i;
      }
    }
    return -1;
  }

  /** The place of an alert, or -1. */
  int placeOf(String alertId) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).id().equals(alertId)) {
        return i;
      }
    }
    return -1;
  }

  SeenIncident seenOf(AlertType type) {
    for (SeenIncident one : seen) {
      if (one.type() == type) {
        return one;
      }
    }
    return new SeenIncident(
        type, Long.MIN_VALUE, 0, Long.MIN_VALUE, Severity.INDETERMINATE, Alert.NEVER);
  }

  /** Remembers a command, so that it is known when it comes again. */
  void see(Command command) {
    commands.add(command.id());
    if (commands.size() > MOST_COMMANDS) {
      commands.remove(0);
    }
  }

  void see(SeenIncident newest) {
    seen.removeIf(one -> one.type() == newest.type());
    seen.add(newest);
  }
}
