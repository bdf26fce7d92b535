package io.vigil.alert;

import io.vigil.activity.ModelRef;

/**
 * What a detector saw. All incidents of one type of a participant come in the order of their start;
 * those of one start in the order of their phases, and then of detection.
 *
 * @param key whose, of which type, and when it began
 * @param phase how far it has got
 * @param detected when the samples that decided it had been seen, microseconds of event time
 * @param severity how bad it is, as known now
 * @param evidence why
 * @param rule which rule
 * @param model which model, or {@link #NO_MODEL}
 */
public record Incident(
    AlertKey key,
    Phase phase,
    long detected,
    Severity severity,
    Evidence evidence,
    RuleRef rule,
    ModelRef model)
    implements Input {

  /** Stands where no model had a say. */
  public static final ModelRef NO_MODEL = new ModelRef("", 0, "");

  /** The same by the rules in force, where who saw it knows no rules. */
  Incident by(Rules rules) {
    return rule.version() > 0
        ? this
        : new Incident(key, phase, detected, severity, evidence, rules.ref(key.type()), model);
  }

  Incident with(Evidence other) {
    return new Incident(key, phase, detected, severity, other, rule, model);
  }
}
