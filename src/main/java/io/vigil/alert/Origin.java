package io.vigil.alert;

import io.vigil.activity.ModelRef;

/**
 * Where an alert comes from.
 *
 * @param ageMicros how old its cause was when it was found in an uploaded backlog; 0 where it was
 *     found as it happened
 * @param replay whether it was found in a replay, of which nobody is told
 * @param rule which rule raised it
 * @param model which model, or {@link Incident#NO_MODEL}
 */
public record Origin(long ageMicros, boolean replay, RuleRef rule, ModelRef model) {

  /** Whether it was found only later. */
  public boolean delayed() {
    return ageMicros > 0;
  }
}
