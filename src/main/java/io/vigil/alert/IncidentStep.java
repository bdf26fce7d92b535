package io.vigil.alert;

/** What an incident does to the alert of its type. */
final class IncidentStep {

  static void apply(Turn turn, Incident incident) {
    AlertType type = incident.key().type();
    SeenIncident seen = turn.state.seenOf(type);
    if (!seen.isNews(incident)) {
      return;
    }
    boolean same = seen.isSame(incident);
    boolean alarming = incident.phase() == Phase.BEGAN || incident.phase() == Phase.GOES_ON;
    int place = turn.state.activeOf(type);
    long raised = seen.raised();
    if (place >= 0) {
      change(turn, place, incident, same);
    } else if (alarming && turn.rules.paused(type)) {
      return;
    } else if (alarming && (!same || incident.severity().worseThan(seen.worst()))) {
      raised =
          raised == Alert.NEVER
              ? incident.key().start()
              : Math.max(incident.key().start(), raised + 1);
      raise(turn, incident, raised);
    }
    turn.state.see(
        new SeenIncident(
            type,
            incident.key().start(),
            incident.phase().order(),
            incident.detected(),
            same && seen.worst().worseThan(incident.severity())
                ? seen.worst()
                : incident.severity(),
            raised));
  }

  private static void raise(Turn turn, Incident incident, long start) {
    AlertKey key = new AlertKey(incident.key().participantId(), incident.key().type(), start);
    long late = turn.now - incident.detected();
    boolean delayed = !turn.replay && late > Turn.micros(turn.rules.handling().delayedAfter());
    long countdown = Turn.micros(turn.rules.handling().countdown());
    long okUntil =
        turn.replay || key.type().technical() || countdown == 0
            ? Alert.NEVER
            : turn.now + countdown;
    long from = okUntil == Alert.NEVER ? turn.now : okUntil;
    Alert alert =
        new Alert(
            key,
            incident.severity(),
            Status.ACTIVE_UNACK,
            new Times(incident.detected(), Alert.NEVER, Alert.NEVER, Alert.NEVER),
            Care.NOBODY,
            new Waits(
                okUntil, turn.stepDue(incident.severity(), 0, from), Alert.NEVER, Alert.NEVER),
            Occurrences.first(occurrence(incident)),
            incident.evidence(),
            History.EMPTY,
            new Origin(
                delayed ? turn.now - incident.key().start() : 0,
                turn.replay,
                incident.rule(),
                incident.model()),
            0);
    turn.open(alert, incident.evidence().sentence());
  }

  private static void change(Turn turn, int place, Incident incident, boolean same) {
    Alert alert = turn.state.open.get(place);
    AlertChange change = new AlertChange(alert);
    switch (incident.phase()) {
      case BEGAN, GOES_ON -> {
        if (!same) {
          recur(turn, change, incident);
        } else if (incident.phase() == Phase.GOES_ON
            || alert.severity() != incident.severity()
            || alert.times().end() != Alert.NEVER) {
          goOn(turn, change, incident);
        } else {
          return;
        }
      }
      case RECOVERED -> {
        if (!same) {
          return;
        }
        goOn(turn, change, incident);
      }
      case ENDED -> {
        boolean latched = incident.key().type().latched();
        change.end(
            incident.detected(),
            latched ? Alert.NEVER : turn.now + Turn.micros(turn.rules.handling().hold()));
      }
    }
    String action =
        switch (incident.phase()) {
          case BEGAN, GOES_ON ->
              !same ? "again" : alert.severity() == incident.severity() ? "goesOn" : "severity";
          case RECOVERED -> "recovered";
          case ENDED -> "ended";
        };
    turn.write(place, change, Entry.VIGIL, action, incident.evidence().sentence());
  }

  private static void goOn(Turn turn, AlertChange change, Incident incident) {
    Severity before = change.severity;
    change.severity = incident.severity();
    change.evidence = change.evidence.and(incident.evidence());
    change.end(Alert.NEVER, Alert.NEVER);
    reschedule(turn, change, before);
  }

  /** It happened again: who had seen the time before has not seen this one, if it is long after. */
  private static void recur(Turn turn, AlertChange change, Incident incident) {
    Severity before = change.severity;
    long last = change.occurrences.kept().get(change.occurrences.kept().size() - 1).start();
    change.occurrences = change.occurrences.and(occurrence(incident));
    change.severity = incident.severity().worseThan(before) ? incident.severity() : before;
    change.evidence = incident.evidence();
    change.end(Alert.NEVER, Alert.NEVER);
    boolean quiet = change.status.acknowledged() || change.waits.snoozedUntil() != Alert.NEVER;
    boolean anew = incident.key().start() - last > Turn.micros(turn.rules.handling().again());
    if (quiet && anew) {
      change.beginEscalation(turn);
    } else {
      reschedule(turn, change, before);
    }
  }

  /** A worse alert may be due earlier, a better one later; one that is seen or snoozed never. */
  private static void reschedule(Turn turn, AlertChange change, Severity before) {
    if (change.severity == before
        || change.status != Status.ACTIVE_UNACK
        || change.waits.snoozedUntil() != Alert.NEVER) {
      return;
    }
    long from = Math.max(turn.now, change.waits.okUntil());
    long due = turn.stepDue(change.severity, change.care.level(), from);
    boolean worse = change.severity.worseThan(before);
    change.escalateAt(worse ? Waits.earlier(due, change.waits.escalate()) : due);
  }

  private static Occurrence occurrence(Incident incident) {
    return new Occurrence(
        incident.key().start(), incident.severity(), incident.evidence().sentence());
  }

  private IncidentStep() {}
}
