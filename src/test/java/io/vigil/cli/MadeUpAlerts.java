package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertLifecycle;
import io.vigil.alert.AlertState;
import io.vigil.alert.AlertType;
import io.vigil.alert.Evidence;
import io.vigil.alert.Incident;
import io.vigil.alert.Measure;
import io.vigil.alert.Phase;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import io.vigil.alert.Severity;

/** Alerts as the job raises them. */
final class MadeUpAlerts {
  static final long NINE = 1_767_603_600_000_000L;
  static final long MINUTE = 60_000_000;
  static final Rules RULES = RuleSet.shipped().forParticipant("");

  /** Something that an alert is raised for. */
  static Incident incident(String participant, AlertType type, Severity severity, long start) {
    return new Incident(
        new AlertKey(participant, type, start),
        Phase.BEGAN,
        start,
        severity,
        Evidence.of("It looks like a " + type + ".", new Measure("peakG", 3.25)),
        RULES.ref(type),
        Incident.NO_MODEL);
  }

  /** An alert that was just raised, live or in a replay. */
  static Alert alert(
      String participant, AlertType type, Severity severity, long start, boolean replay) {
    return new AlertLifecycle(replay, 0)
        .apply(new AlertState(), incident(participant, type, severity, start), RULES, start)
        .changes()
        .get(0);
  }

  private MadeUpAlerts() {}
}
