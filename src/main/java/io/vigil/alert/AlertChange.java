package io.vigil.alert;

/**
 * An alert that is being changed. It ends as the next revision, with a line of history that says
 * what was done: no change goes without either.
 */
final class AlertChange {
  private final AlertKey key;
  private final Origin origin;
  private final History history;
  private final long revision;

  Severity severity;
  Status status;
  Times times;
  Care care;
  Waits waits;
  Occurrences occurrences;
  Evidence evidence;

  AlertChange(Alert alert) {
    key = alert.key();
    origin = alert.origin();
    history = alert.history();
    revision = alert.revision();
    severity = alert.severity();
    status = alert.status();
    times = alert.times();
    care = alert.care();
    waits = alert.waits();
    occurrences = alert.occurrences();
    evidence = alert.evidence();
  }

  void acknowledge(String actor, long now) {
    status = status.acknowledge();
    times = new Times(times.detected(), times.end(), now, times.cleared());
    care = new Care(actor, care.assignee(), care.level(), care.calls());
    waits = new Waits(Alert.NEVER, Alert.NEVER, waits.snoozedUntil(), waits.clear());
  }

  void clear(long now) {
    status = status.clear();
    times = new Times(times.detected(), times.end(), times.acknowledged(), now);
    waits = Waits.NOTHING;
  }

  void end(long at, long clearAt) {
    times = new Times(times.detected(), at, times.acknowledged(), times.cleared());
    waits = new Waits(waits.okUntil(), waits.escalate(), waits.snoozedUntil(), clearAt);
  }

  void escalateAt(long moment) {
    waits = new Waits(waits.okUntil(), moment, waits.snoozedUntil(), waits.clear());
  }

  void snoozeUntil(long moment) {
    waits = new Waits(waits.okUntil(), waits.escalate(), moment, waits.clear());
  }

  /** Nobody is taken to have seen it, and escalation begins with its first step. */
  void beginEscalation(Turn turn) {
    status = status.unacknowledge();
    care = new Care("", care.assignee(), 0, "");
    times = new Times(times.detected(), times.end(), Alert.NEVER, times.cleared());
    waits = new Waits(Alert.NEVER, turn.stepDue(severity, 0, turn.now), Alert.NEVER, waits.clear());
  }

  /**
   * The alert as it is now.
   *
   * @param entry what was done
   * @param leastRevision which no earlier life of this job can have written
   */
  Alert done(Entry entry, long leastRevision) {
    return new Alert(
        key,
        severity,
        status,
        times,
        care,
        waits,
        occurrences,
        evidence,
        history.and(entry),
        origin,
        Math.max(revision + 1, leastRevision));
  }
}
