package io.vigil.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is remembered of one participant's alerts; plain fields, because checkpoints hold it.
 * Without an alert that somebody has to deal with, it is some 40 bytes for each type ever seen.
 */
public final class AlertState {
  /** The life of the job in which it was last changed. */
  public int term;

  /** At most one of each type is active; the others wait for an acknowledgement. */
  public List<OpenAlert> open = new ArrayList<>();

  /** One a type. */
  public List<SeenIncident> seen = new ArrayList<>();

  /** The next moment at which something is to be done, or {@link Alert#NEVER}. */
  long wakeAt() {
    long next = Alert.NEVER;
    for (OpenAlert one : open) {
      next = Waits.earlier(next, one.alert().waits().next());
    }
    return next;
  }

  /** The place of the active alert of a type, or -1. */
  int activeOf(AlertType type) {
    for (int i = 0; i < open.size(); i++) {
      Alert alert = open.get(i).alert();
      if (alert.key().type() == type && alert.status().active()) {
        return i;
      }
    }
    return -1;
  }

  /** The place of an alert, or -1. */
  int placeOf(String alertId) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).alert().id().equals(alertId)) {
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

  void see(SeenIncident newest) {
    seen.removeIf(one -> one.type() == newest.type());
    seen.add(newest);
  }
}
