package io.vigil.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How alerts are handled once they are raised.
 *
 * @param countdown in which the wearer's "I'm OK" clears an alert, before escalation begins
 * @param hold how long a cause must stay away before its alert clears itself
 * @param again how long after the occurrence before it an acknowledged alert counts as new
 * @param delayedAfter how late an incident is found before it counts as delayed
 * @param longestSnooze that can be asked for
 * @param escalation the chain of each severity
 */
public record Handling(
    Duration countdown,
    Duration hold,
    Duration again,
    Duration delayedAfter,
    Duration longestSnooze,
    Map<Severity, List<EscalationStep>> escalation) {

  public Handling {
    escalation = Map.copyOf(escalation);
  }

  /** The steps for alerts this bad. */
  public List<EscalationStep> steps(Severity severity) {
    return escalation.getOrDefault(severity, List.of());
  }
}
