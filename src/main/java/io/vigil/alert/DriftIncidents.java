package io.vigil.alert;

import io.vigil.learn.drift.DriftFinding;

/** What was found of drift, as incidents. */
public final class DriftIncidents {
  /** Of whichever version is in force where the watch hears of it. */
  private static final RuleRef RULE = new RuleRef(AlertType.DRIFT.title(), 0);

  /** The incident of a finding. */
  public static Incident of(DriftFinding finding) {
    return new Incident(
        new AlertKey(finding.participantId(), AlertType.DRIFT, finding.start()),
        switch (finding.phase()) {
          case BEGAN -> Phase.BEGAN;
          case GOES_ON -> Phase.GOES_ON;
          case ENDED -> Phase.ENDED;
        },
        finding.detected(),
        Severity.WARNING,
        new Evidence(
            finding.sentence(),
            finding.figures().stream().map(f -> new Measure(f.name(), f.value())).toList(),
            ""),
        RULE,
        finding.model());
  }

  private DriftIncidents() {}
}
